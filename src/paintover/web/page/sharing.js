// Links by which others look: made, copied and taken back, for a conversation or for one picture.

import { Component, html } from "./vendor/preact.js";
import { Copy, Icon, Menu } from "./parts.js";
import { say as announce, state } from "./state.js";
import { sent } from "./talks.js";
import * as server from "./server.js";
import { moment, t } from "./words.js";

const DAY_S = 86_400, TERMS = [0, DAY_S, 7 * DAY_S, 30 * DAY_S];

class Panel extends Component {
  state = { links: null, term: 0, isBusy: false, trouble: "" };

  get subject() { return this.props.gen ? { gen_id: this.props.gen } : { conversation_id: state.talk.id }; }

  componentDidMount() { this.look(); }

  async look() {
    try {
      const { data } = await server.shares(this.subject);
      this.setState({ links: data });
    } catch (error) { this.setState({ links: [], trouble: problem(error) }); }
  }

  async make() {
    this.setState({ isBusy: true, trouble: "" });
    try {
      if (!this.props.gen) await sent(state.talk);
      const link = await server.share({ ...this.subject, ...(this.state.term && { expires_in_s: this.state.term }) });
      this.setState(({ links }) => ({ isBusy: false, links: [link, ...links ?? []] }));
      announce(t("linkMade"));
    } catch (error) { this.setState({ isBusy: false, trouble: problem(error) }); }
  }

  async revoke(link) {
    try { await server.revoke(link.id); } catch (error) { if (error.status !== 404) { this.setState({ trouble: problem(error) }); return; } }
    this.setState(({ links }) => ({ links: links.filter(each => each.id !== link.id) }));
    announce(t("linkRevoked"));
  }

  render({ gen }, { links, term, isBusy, trouble }) {
    return html`<div class="sharing">
      <p>${t(gen ? "sharePicture" : "shareTalk")}</p>
      <div class="terms"><label>${t("shareFor")}<select autofocus onChange=${event => this.setState({ term: Number(event.currentTarget.value) })}>${TERMS.map(each => html`<option value=${each} selected=${each === term}>${each ? t("days", { n: each / DAY_S }) : t("noEnd")}</option>`)}</select></label>
        <button type="button" class="chip main" disabled=${isBusy} onClick=${() => this.make()}><${Icon} name="link" small />${t("makeLink")}</button></div>
      ${trouble && html`<p class="sorry" role="alert"><${Icon} name="struck" small />${trouble}</p>`}
      ${links?.length > 0 && html`<p class="liveones" id="liveones">${t("liveLinks")}</p><ul aria-labelledby="liveones">${links.map(link => html`<li key=${link.id}><input readonly value=${link.url} aria-label=${t("link")} onFocus=${event => event.currentTarget.select()} />
        <small>${link.expires_at ? t("until", { when: moment(link.expires_at * 1000) }) : t("since", { when: moment(link.created_at * 1000) })}</small>
        <span><${Copy} text=${link.url} label=${t("copyThis", { what: t("link") })}>${t("copyLink")}</${Copy}><button type="button" class="chip" onClick=${() => this.revoke(link)}>${t("revoke")}</button></span></li>`)}</ul>`}
    </div>`;
  }
}

const problem = error => error instanceof server.Refusal ? error.message || t("refused", { n: error.status }) : t("offline");

/** The button that opens it; of a conversation, or of the picture named. */
export const Share = ({ gen, side = "end" }) => html`<${Menu} name=${gen ? "sharepicture" : "sharetalk"} side=${side} className=${gen ? "chip" : "tool"} label=${t(gen ? "shareThisPicture" : "shareThisTalk")} title=${t("share")} panel=${() => html`<${Panel} key=${gen ?? state.talk.id} gen=${gen} />`}><${Icon} name="share" small=${Boolean(gen)} /><span>${t("share")}</span></${Menu}>`;
