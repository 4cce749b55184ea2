"""The page in a browser, against a server that plays written answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import NARROW, WAIT_S, draw, edit_from, opened, prints, say, wait_for_pictures
from tests.web.scripted import PUBLIC_URL, Answer, Scripted, drawing, png


def text_of(answer: Answer) -> str:
    return "".join(step for step in answer.steps if step is not None)


def test_first_two_turns_with_progress(page: Page, script: Scripted) -> None:
    first = drawing("画个牛马", pauses=True)
    second = drawing("牛的脸上遮个布", source=first.gen_id)
    script.answers += [first, second]
    say(page, "画个牛马")
    turn = page.locator(".turn").nth(0)
    expect(turn.locator(".pct")).to_have_text("排队中")
    expect(page.locator("#from b")).to_have_text("接着图 1")
    script.let_through()
    expect(turn.locator(".pct")).to_have_text("正在画 64 %")
    bar = turn.get_by_role("progressbar")
    expect(bar).to_have_attribute("aria-valuenow", "64")
    assert bar.locator("i").evaluate("bar => bar.style.width") == "64%"
    script.let_through()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    wait_for_pictures(page, 1)
    expect(turn).to_contain_text("因为：画个牛马")

    say(page, "牛的脸上遮个布")
    expect(page.locator("#news")).to_have_text("图 2 画好了")
    wait_for_pictures(page, 2)
    expect(page.locator(".turn").nth(1)).to_contain_text("改自图 1")
    expect(page.locator("#count")).to_have_text("2 张图")
    prints(page).nth(1).click()
    expect(page.locator(".facts")).to_contain_text("1024 × 1024")
    assert script.asked.get(timeout=WAIT_S)["messages"] == [{"role": "user", "content": "画个牛马"}]
    body = script.asked.get(timeout=WAIT_S)
    assert (body["model"], body["stream"]) == ("paintover", True)
    assert body["messages"] == [
        {"role": "user", "content": "画个牛马"},
        {"role": "assistant", "content": text_of(first)},
        {"role": "user", "content": "牛的脸上遮个布"},
    ]


def test_links_are_followed_on_this_origin(page: Page, script: Scripted) -> None:
    answer = draw(page, script, "画个牛马")
    assert PUBLIC_URL in text_of(answer)
    link = page.locator(".turn").get_by_role("link", name="下载 图 1")
    assert link.get_attribute("href") == f"/cdn/download/20261122/{answer.gen_id}.png"


def test_clicking_an_earlier_picture_edits_from_it(page: Page, script: Scripted) -> None:
    first = draw(page, script, "画个牛马")
    draw(page, script, "牛的脸上遮个布", source=first.gen_id)
    page.locator(".turn").get_by_role("button", name="从图 1 改").click()
    expect(page.locator("#from b")).to_have_text("接着图 1")
    expect(page.locator("#tree .node.cur .tag")).to_have_text("1")
    script.answers.append(drawing("马的脸上遮个布", source=first.gen_id))
    say(page, "马的脸上遮个布")
    expect(page.locator("#news")).to_have_text("图 3 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"][-1]["content"] == f"`{first.gen_id}` 马的脸上遮个布"
    expect(page.locator(".turn").nth(2).locator(".said")).to_have_text("马的脸上遮个布")
    expect(page.locator(".turn").nth(2).locator(".why")).to_have_text("改自图 1，是你点的这张")
    expect(page.locator("#from b")).to_have_text("接着图 3")
    assert page.locator("#tree path.e.lit").count() == 1


def test_the_choice_can_be_taken_back_and_a_new_picture_asked_for(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    draw(page, script, "再画一只猫")
    edit_from(page, 1)
    page.locator("#from").get_by_role("button", name="回到最新的图").click()
    expect(page.locator("#from b")).to_have_text("接着图 2")
    page.locator("#from").get_by_role("button", name="画一张新的").click()
    expect(page.locator("#from b")).to_have_text("画一张新的")
    script.answers.append(drawing("三个苹果"))
    say(page, "三个苹果")
    expect(page.locator("#news")).to_have_text("图 3 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"] == [{"role": "user", "content": "三个苹果"}]


def test_the_shape_goes_with_the_next_words_only(page: Page, script: Scripted) -> None:
    script.answers += [drawing("画个牛马"), drawing("一只猫")]
    page.get_by_role("combobox", name="画幅").select_option("3:2")
    say(page, "画个牛马")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert script.asked.get(timeout=WAIT_S)["ratio"] == "3:2"
    say(page, "一只猫")
    expect(page.locator("#news")).to_have_text("图 2 画好了")
    assert "ratio" not in script.asked.get(timeout=WAIT_S)


def test_words_said_while_drawing_wait_for_their_turn(page: Page, script: Scripted) -> None:
    first = drawing("画个牛马", pauses=True)
    script.answers += [first, drawing("牛的脸上遮个布", source=first.gen_id)]
    say(page, "画个牛马")
    script.asked.get(timeout=WAIT_S)
    say(page, "牛的脸上遮个布")
    expect(page.locator(".turn").nth(1)).to_contain_text("等前一张画完")
    assert script.asked.empty()
    script.let_through()
    script.let_through()
    expect(page.locator("#news")).to_have_text("图 2 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"][1]["content"] == text_of(first)


def test_a_failure_says_why_and_can_be_tried_again(page: Page, script: Scripted) -> None:
    script.answers.append(drawing("画一架钢琴", fails="not_drawable 画不出钢琴，换一样东西"))
    say(page, "画一架钢琴")
    turn = page.locator(".turn")
    expect(turn.locator(".trouble")).to_contain_text("没画成画不出钢琴，换一样东西")
    expect(page.locator("#news")).to_have_text("没画成: 画不出钢琴，换一样东西")
    script.answers.append(drawing("画一架钢琴"))
    turn.get_by_role("button", name="再试一次").click()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    expect(page.locator(".trouble")).to_have_count(0)
    bodies = [script.asked.get(timeout=WAIT_S) for _ in range(2)]
    assert bodies[0]["messages"] == bodies[1]["messages"]


def test_a_refusal_is_shown_in_the_servers_words(page: Page, script: Scripted) -> None:
    script.answers.append(Answer(steps=[], status=429, error="一分钟后再试。"))
    say(page, "画个牛马")
    expect(page.locator(".turn .trouble")).to_contain_text("一分钟后再试。")


def test_a_key_is_asked_for_and_then_sent(page: Page, script: Scripted) -> None:
    script.answers += [Answer(steps=[], status=401, error="no key"), drawing("画个牛马")]
    say(page, "画个牛马")
    expect(page.locator(".turn .trouble")).to_contain_text("这台服务器要一把钥匙")
    page.locator(".turn").get_by_role("textbox", name="钥匙").fill("po_secret")
    with page.expect_request("**/v1/generations/*") as later, page.expect_request("**/completions") as asked:
        page.locator(".turn").get_by_role("button", name="再试一次").click()
    assert asked.value.headers["authorization"] == "Bearer po_secret"
    assert later.value.headers["authorization"] == "Bearer po_secret"
    expect(page.locator("#news")).to_have_text("图 1 画好了")


def cut_at(answer: Answer, steps: int, *, has_end: bool = False) -> Answer:
    """The answer over a connection that breaks, or that ends in good order before the answer does."""
    return replace(answer, steps=answer.steps[:steps], is_cut=not has_end)


def test_an_answer_cut_short_is_asked_for_again_with_the_same_bytes(page: Page, script: Scripted) -> None:
    whole = drawing("画个牛马", pauses=True)
    script.answers += [cut_at(whole, 2), whole]
    page.clock.install()
    say(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("连接断了，正在接回来")
    page.clock.run_for(500)
    expect(page.locator(".turn .pct")).to_have_text("排队中")
    script.let_through()
    expect(page.locator(".turn .pct")).to_have_text("正在画 64 %")
    script.let_through()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert len(script.bodies) == 2
    assert len(set(script.bodies)) == len(set(script.keys)) == 1


def test_a_connection_that_keeps_breaking_is_a_failure_and_trying_again_is_the_same_request(
    page: Page, script: Scripted
) -> None:
    whole = drawing("画个牛马")
    script.answers += [cut_at(whole, steps) for steps in (0, 1, 3, 5)]
    script.answers += [cut_at(whole, steps, has_end=True) for steps in (0, 3, 5)]
    page.evaluate(
        "() => { const later = setTimeout; window.setTimeout = (then, ms) => later(then, ms / 50); }"
    )
    say(page, "画个牛马")
    expect(page.locator(".turn .trouble")).to_contain_text("连接断了，画没有送到")
    assert script.answers == []
    script.answers.append(whole)
    page.locator(".turn").get_by_role("button", name="再试一次").click()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert len(script.bodies) == 8
    assert len(set(script.bodies)) == len(set(script.keys)) == 1


def test_a_server_that_is_away_for_a_moment_is_asked_once_more(page: Page, script: Scripted) -> None:
    away = Answer(steps=[], status=503, error="The server is about to restart.", retry_after_s=5)
    script.answers += [away, drawing("画个牛马"), away, away]
    page.clock.install()
    say(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("服务器在忙，5 秒后接着画")
    page.clock.run_for(2_000)
    expect(page.locator(".turn .pct")).to_have_text("服务器在忙，3 秒后接着画")
    page.clock.run_for(3_000)
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert script.keys[0] == script.keys[1]
    say(page, "加顶帽子")
    expect(page.locator(".turn .pct")).to_have_text("服务器在忙，5 秒后接着画")
    page.clock.run_for(5_000)
    expect(page.locator(".turn .trouble")).to_contain_text("服务器在忙，5 秒后再试")


def test_a_refusal_that_names_a_time_is_shown_with_it(page: Page, script: Scripted) -> None:
    script.answers.append(Answer(steps=[], status=429, error="Too many.", retry_after_s=7))
    say(page, "画个牛马")
    expect(page.locator(".turn .trouble")).to_contain_text("服务器在忙，7 秒后再试")
    assert len(script.bodies) == 1


def test_stop_cancels_the_task_and_trying_again_is_another(page: Page, script: Scripted) -> None:
    stopped = drawing("画个牛马", pauses=True)
    script.answers += [stopped, drawing("画个牛马")]
    say(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("排队中")
    page.locator(".turn").get_by_role("button", name="停下").click()
    expect(page.locator(".turn .trouble")).to_have_text("停下了再试一次")
    expect(page.locator("#news")).to_have_text("停下了")
    assert script.cancelled == [stopped.task_id]
    page.locator(".turn").get_by_role("button", name="再试一次").click()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert script.bodies[0] == script.bodies[1]
    assert script.keys[0] != script.keys[1]


def test_stop_before_there_is_a_task_hangs_up(page: Page, script: Scripted) -> None:
    script.answers.append(replace(drawing("画个牛马"), steps=[None], task_id=""))
    say(page, "画个牛马")
    script.asked.get(timeout=WAIT_S)
    page.locator(".turn").get_by_role("button", name="停下").click()
    expect(page.locator(".turn .trouble")).to_contain_text("停下了")
    assert script.left.wait(WAIT_S)
    assert script.cancelled == []


def test_the_place_in_the_queue_is_told(page: Page, script: Scripted) -> None:
    for place, told in ((". 第 12 位", "排队第 12 位"), (". 第 2 位", "排队第 2 位"), ("", "排队中")):
        answer = drawing("画个牛马", pauses=True)
        at = answer.steps.index("> 排队中")
        answer.steps[at] = f"> 排队中. 第 14 位.\n> 排队中{place}.."
        script.answers.append(answer)
        say(page, "画个牛马")
        expect(page.locator(".turn .pct")).to_have_text(told)
        script.let_through()
        script.let_through()
        expect(page.locator(".turn .pct")).to_have_count(0)
    answer = drawing("an ox", pauses=True)
    answer.steps[answer.steps.index("> 排队中")] = "> Queuing. Place 2."
    script.answers.append(answer)
    page.get_by_role("button", name="Switch to English").click()
    say(page, "an ox")
    expect(page.locator(".turn .pct")).to_have_text("2nd in the queue")
    script.let_through()
    script.let_through()


def test_pictures_that_are_missing_are_told_beside_those_that_are_not(page: Page, script: Scripted) -> None:
    some = drawing("三只猫")
    assert some.steps[0] is not None
    some.steps[0] = some.steps[0].replace('"ratio"', '"n": 3, "ratio"')
    some.steps.append("\n> 生成失败 ❌\n> 失败原因：engine_failed 颜料用完了。\n")
    script.answers.append(some)
    say(page, "三只猫")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    expect(page.locator(".turn .words")).to_have_text("有 2 张没画成: 颜料用完了。")
    expect(page.locator(".turn .trouble")).to_have_count(0)


def test_reload_shows_the_conversation_again(page: Page, script: Scripted) -> None:
    first = draw(page, script, "画个牛马")
    draw(page, script, "牛的脸上遮个布", source=first.gen_id)
    expect(page.locator(".turn .meta")).to_contain_text(["3.3 秒", "3.3 秒"])
    before = page.locator("#talk").inner_text()
    page.reload()
    wait_for_pictures(page, 2)
    assert page.locator("#talk").inner_text() == before
    draw(page, script, "牛的头上顶着锅盖")
    expect(prints(page)).to_have_count(3)


def go_to_talk(page: Page, title: str) -> None:
    """Open another conversation from the list."""
    page.get_by_role("button", name="所有对话").click()
    page.get_by_role("dialog").get_by_role("button", name=title).first.click()


def test_another_talk_leaves_what_is_being_drawn_to_go_on(page: Page, script: Scripted) -> None:
    ox, cat = drawing("画个牛马", pauses=True), drawing("一只猫")
    script.answers += [ox, cat]
    say(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("排队中")
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".turn")).to_have_count(0)
    say(page, "一只猫")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    go_to_talk(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("排队中")
    script.let_through()
    script.let_through()
    wait_for_pictures(page, 1)
    assert len(script.keys) == 2
    assert script.cancelled == []


def test_talks_that_were_drawing_go_on_after_a_reload_whichever_is_open(page: Page, script: Scripted) -> None:
    ox = drawing("画个牛马", pauses=True)
    script.answers += [ox, ox]
    say(page, "画个牛马")
    expect(page.locator(".turn .pct")).to_have_text("排队中")
    page.get_by_role("button", name="新对话").click()
    page.reload()
    expect(page.locator("#words")).to_be_visible()
    for _ in range(4):
        script.let_through()
    page.get_by_role("button", name="所有对话").click()
    expect(page.get_by_role("dialog").locator("small")).to_contain_text("1 张图")
    go = page.get_by_role("dialog").get_by_role("button", name="画个牛马").first
    go.click()
    wait_for_pictures(page, 1)
    assert len(set(script.bodies)) == len(set(script.keys)) == 1


def test_talks_are_found_by_their_words_and_deleted_after_asking(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    draw(page, script, "牛的脸上遮个布")
    page.get_by_role("button", name="新对话").click()
    draw(page, script, "一只猫")
    page.get_by_role("button", name="所有对话").click()
    shelf = page.get_by_role("dialog")
    expect(shelf.locator("li b")).to_have_text(["一只猫", "画个牛马"])
    shelf.get_by_role("searchbox").fill("遮个布")
    expect(shelf.locator("li b")).to_have_text(["画个牛马"])
    shelf.get_by_role("button", name="删掉对话：画个牛马").click()
    expect(shelf.locator("li b")).to_have_text(["画个牛马"])
    shelf.get_by_role("button", name="真的删掉").click()
    expect(shelf.locator("li")).to_have_count(0)
    page.keyboard.press("Escape")
    page.reload()
    wait_for_pictures(page, 1)
    expect(page.locator(".turn .said")).to_have_text("一只猫")


def test_words_of_the_page_before_this_one_are_taken_over(page: Page, script: Scripted) -> None:
    answer = drawing("画个牛马")
    script.known[answer.gen_id] = answer
    page.evaluate(
        """text => localStorage.setItem("paintover.talk", JSON.stringify([{ id: "1", key: "k", said: "画个牛马",
            uploads: [], chosen: null, alone: false, ratio: "", state: "done", text, facts: {} }]))""",
        text_of(answer),
    )
    page.reload()
    page.get_by_role("button", name="所有对话").click()
    page.get_by_role("dialog").get_by_role("button", name="画个牛马").first.click()
    wait_for_pictures(page, 1)


def test_two_windows_show_the_same_talk(page: Page, context: BrowserContext, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    other = context.new_page()
    other.goto(script.origin)
    wait_for_pictures(other, 1)
    draw(page, script, "牛的脸上遮个布")
    wait_for_pictures(other, 2)
    other.close()


def test_a_question_is_answered_in_words(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    script.answers.append(Answer(steps=["第 1 张是 ", "1024 × 1024。"]))
    say(page, "多大？")
    expect(page.locator(".turn").nth(1).locator(".words")).to_have_text("第 1 张是 1024 × 1024。")
    expect(page.locator(".turn").nth(1).locator(".pic, .trouble")).to_have_count(0)
    expect(page.locator("#from b")).to_have_text("接着图 1")


def test_a_note_stands_below_the_picture(page: Page, script: Scripted) -> None:
    noted = drawing("钢琴和猫")
    noted.steps.append("\n画不出钢琴，用木牌代替。\n")
    script.answers.append(noted)
    say(page, "钢琴和猫")
    expect(page.locator(".turn .words")).to_have_text("画不出钢琴，用木牌代替。")
    wait_for_pictures(page, 1)


def test_english_transcripts_and_several_pictures(page: Page, script: Scripted) -> None:
    one, two = drawing("an ox"), drawing("an ox")
    shown = "".join(
        f"> gen_id: `{each.gen_id}`\n\n![{each.gen_id}]({PUBLIC_URL}/cdn/20261122/{each.gen_id}.png)\n\n"
        f"[Click to download]({PUBLIC_URL}/cdn/download/20261122/{each.gen_id}.png)\n\n"
        for each in (one, two)
    )
    script.known[two.gen_id] = two
    one.steps = [
        '```\n{\n  "prompt": "an ox",\n  "ratio": "1:1"\n}\n```\n\n\n\n',
        f"> ID: `{one.task_id}`\n> Queuing.\n> Generating..\n> Progress 48%.\n> Generation complete ✅\n\n",
        shown,
    ]
    script.answers.append(one)
    page.get_by_role("button", name="Switch to English").click()
    say(page, "two of an ox")
    expect(page.locator("#news")).to_have_text("Picture 2 is ready")
    expect(page.locator(".turn .n")).to_have_text("1–2")
    wait_for_pictures(page, 2)
    script.answers.append(
        Answer(steps=["> Generation failed ❌\n", "> Reason: engine_failed Say it again.\n"])
    )
    say(page, "and again")
    expect(page.locator(".turn").nth(1).locator(".trouble")).to_contain_text("Not drawnSay it again.")


def test_own_pictures_are_sent_as_parts(page: Page, script: Scripted) -> None:
    photo = png((10, 120, 60), 40, 30)
    page.locator("#file").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": photo})
    expect(page.locator("#from b")).to_have_text("用你放的图")
    for kind in ("paste", "drop"):
        page.evaluate(
            """async kind => {
                const canvas = new OffscreenCanvas(6, 4); canvas.getContext("2d").fillRect(0, 0, 3, 4);
                const data = new DataTransfer(); data.items.add(new File([await canvas.convertToBlob()], "b.png", { type: "image/png" }));
                const event = kind === "paste" ? new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true })
                    : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
                document.querySelector("#words").dispatchEvent(event);
            }""",
            kind,
        )
        expect(page.locator("#from b")).to_have_text(f"用你放的 {2 if kind == 'paste' else 3} 张图")
    script.answers.append(drawing("加个相框", source="upload:1"))
    say(page, "加个相框")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    text, *parts = script.asked.get(timeout=WAIT_S)["messages"][-1]["content"]
    assert text == {"type": "text", "text": "加个相框"}
    assert [part["image_url"]["url"][:22] for part in parts] == ["data:image/png;base64,"] * 3
    expect(page.locator(".turn")).to_contain_text("改自你放的图")
    expect(page.locator("#from b")).to_have_text("接着图 1")


def test_a_file_that_is_no_picture_is_turned_away(page: Page) -> None:
    page.locator("#file").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(page.locator("#news")).to_have_text("这个文件不是能用的图")
    expect(page.locator("#from b")).to_have_text("第一张图")


def test_keyboard_alone(page: Page, script: Scripted) -> None:
    first = drawing("画个牛马\n横屏")
    script.answers += [first, drawing("一只猫"), drawing("加顶帽子", source=first.gen_id)]
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("画个牛马")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("横屏")
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"][-1]["content"] == "画个牛马\n横屏"
    page.keyboard.type("一只猫")
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text("图 2 画好了")
    script.asked.get(timeout=WAIT_S)
    names: list[str] = []
    while "图 2, 一只猫" not in (names[-1] if names else ""):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.getAttribute('aria-label') ?? ''"))
        assert len(names) < 40, names
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "从图 1 改"
    page.keyboard.press("Enter")
    expect(page.locator("#from b")).to_have_text("接着图 1")
    page.locator("#words").focus()
    page.keyboard.type("加顶帽子")
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text("图 3 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"][-1]["content"] == f"`{first.gen_id}` 加顶帽子"


def test_enter_that_ends_a_composition_does_not_send(page: Page, script: Scripted) -> None:
    page.locator("#words").fill("niu")
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        page.locator("#words").dispatch_event("keydown", {"key": "Enter", **composing})
    expect(page.locator("#words")).to_have_value("niu")
    assert script.asked.empty()


def test_every_control_has_a_name(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    tree = page.locator("body").aria_snapshot()
    unnamed = [
        line
        for line in tree.splitlines()
        if re.search(
            r"- (button|link|textbox|searchbox|combobox|img|navigation|tree|treeitem)( \[.*)?:?$", line
        )
    ]
    assert unnamed == []
    assert 'textbox "说说怎么改"' in tree
    assert 'tree "图的树"' in tree


def test_nothing_scrolls_sideways_on_a_phone(page: Page, script: Scripted) -> None:
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]

    def width() -> Any:
        return page.evaluate(
            "() => Math.max(...['html', 'body', '#talk', '.tray'].map(each => document.querySelector(each)?.scrollWidth ?? 0))"
        )

    assert width() <= 360
    for number in range(4):
        draw(page, script, f"第 {number} 句")
    script.answers += [
        drawing("很" * 60, fails="engine_failed " + "unbreakable" * 12),
        drawing("w" * 200, pauses=True),
    ]
    say(page, "很" * 60)
    expect(page.locator(".turn .trouble")).to_be_visible()
    assert width() <= 360
    say(page, "w" * 200)
    script.let_through()
    expect(page.locator(".turn .pct")).to_have_text("正在画 64 %")
    assert width() <= 360
    assert page.evaluate("() => document.querySelector('#send').getBoundingClientRect().right") <= 360
    assert page.evaluate("() => { scrollTo(50, 0); return scrollX; }") == 0


def test_reduced_motion_leaves_short_fades_only(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    expect(page.locator(".pic .act")).to_have_css("transition-property", "opacity")
    expect(page.locator(".pic .act")).to_have_css("transition-duration", "0.08s")


def test_what_people_and_servers_write_stays_text(page: Page, script: Scripted) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    answer = drawing(nasty)
    answer.steps = [
        *answer.steps[:-3],
        "![a](javascript:alert(1))\n\n![b](https://elsewhere.example/cdn.png)\n\n",
        f"{nasty}\n",
    ]
    script.answers.append(answer)
    say(page, nasty)
    expect(page.locator(".turn .said")).to_have_text(nasty)
    expect(page.locator(".turn .words")).to_have_text(nasty)
    expect(page.locator(".turn .gone")).to_have_count(2)
    assert page.locator(".turn img").count() == 0


def test_a_lost_picture_says_so(page: Page, script: Scripted) -> None:
    draw(page, script, "画个牛马")
    page.route("**/cdn/**", lambda route: route.fulfill(status=404))
    page.reload()
    expect(page.locator(".turn .gone")).to_have_text("这张图打不开了")


def test_the_seed_on_the_whole_server(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    """The seed's own sentences, then a clicked picture, a question and a new picture, with nothing scripted."""
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        said = {
            "画个牛马": "还没有图",
            "牛的脸上遮个布": "改自图 1",
            "最开始的图片改一下吧，让马的脸上遮个布": "改自图 1",
            "我又改了，刚才牛遮布的那一条修改一下，让牛的头上顶着锅盖": "改自图 2",
            "锅盖上再加根筷子": "改自图 4",
        }
        for number, (words, why) in enumerate(said.items(), 1):
            say(page, words)
            expect(page.locator("#news")).to_have_text(f"图 {number} 画好了")
            expect(page.locator(".turn").nth(number - 1).locator(".why")).to_contain_text(why)
        wait_for_pictures(page, 5)
        edit_from(page, 3)
        page.get_by_role("combobox", name="画幅").select_option("3:2")
        say(page, "给马戴顶帽子")
        expect(page.locator("#news")).to_have_text("图 6 画好了")
        expect(page.locator(".turn").nth(5).locator(".why")).to_have_text("改自图 3，是你点的这张")
        expect(page.locator(".turn").nth(5)).to_contain_text("3:2")
        say(page, "第二张多大？")
        expect(page.locator(".turn").nth(6).locator(".words")).to_contain_text("1024 × 1024")
        page.locator("#from").get_by_role("button", name="画一张新的").click()
        say(page, "来两张小猫")
        expect(page.locator("#news")).to_have_text("图 8 画好了")
        expect(page.locator(".turn").nth(7).locator(".why")).to_have_text("不接着任何图")
        wait_for_pictures(page, 8)
