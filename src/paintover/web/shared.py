"""The pages of shared links: the studio's own modules, for looking only, with what other sites show beside a link."""

from __future__ import annotations

from html import escape
from importlib import resources

from paintover.web.assets import imported, page_assets

CODES = {"zh": "zh-Hans", "en": "en"}
ABOUT = {
    "zh": "一段边说边画的对话，用 Paintover 画的。",
    "en": "Drawn in a conversation, with Paintover.",
}
GONE = {
    "zh": (
        "这个链接打不开了",
        "分享它的人收回了，或者到期了。想看的话，请对方再发一个。",
        "去 Paintover",
    ),
    "en": (
        "This link leads nowhere any more",
        "Whoever shared it has taken it back, or its time is over. Ask them for a new one.",
        "To Paintover",
    ),
}


class SharedPages:
    """Writes them. Made once; every page names the same version of the files."""

    def __init__(self) -> None:
        version, assets = page_assets()
        template = resources.files("paintover.web").joinpath("page", "share.html").read_text(encoding="utf-8")
        modules = "\n".join(
            f'<link rel="modulepreload" href="/static/VERSION/{name}">'
            for name in imported(assets, "share.js")
        )
        self._template = template.replace("<!-- MODULES -->", modules).replace(
            "/static/VERSION/", f"/static/{version}/"
        )

    def page(self, language: str, title: str, url: str, cover: tuple[str, int, int] | None) -> bytes:
        """The page of a live link; `cover` is address, width and height of the picture that stands for it."""
        name = " ".join(title.split())[:120] or "Paintover"
        told = [
            ("property", "og:type", "website"),
            ("property", "og:site_name", "Paintover"),
            ("property", "og:title", name),
            ("property", "og:description", ABOUT[language]),
            ("property", "og:url", url),
            ("property", "og:locale", {"zh": "zh_CN", "en": "en_GB"}[language]),
            ("name", "description", ABOUT[language]),
            ("name", "twitter:card", "summary_large_image" if cover else "summary"),
            ("name", "twitter:title", name),
            ("name", "twitter:description", ABOUT[language]),
        ]
        if cover is not None:
            image, width, height = cover
            told += [
                ("property", "og:image", image),
                ("property", "og:image:width", str(width)),
                ("property", "og:image:height", str(height)),
                ("property", "og:image:alt", name),
                ("name", "twitter:image", image),
                ("name", "twitter:image:alt", name),
            ]
        tags = "\n".join(
            f'<meta {kind}="{key}" content="{escape(value, quote=True)}">' for kind, key, value in told
        )
        return self._filled(language, f"{name} · Paintover", tags, "")

    def gone(self, language: str) -> bytes:
        """The page of a link that is no more, or never was."""
        title, why, away = GONE[language]
        body = f'<main class="bare gone-link"><h1>{title}</h1><p>{why}</p><p><a class="chip" href="/">{away}</a></p></main>'
        page = self._filled(language, f"{title} · Paintover", "", body)
        # Nothing to show: no module is needed.
        lines = page.decode().splitlines()
        return "\n".join(
            line for line in lines if 'type="module"' not in line and "modulepreload" not in line
        ).encode()

    def _filled(self, language: str, title: str, tags: str, body: str) -> bytes:
        page = self._template.replace('lang="en"', f'lang="{CODES[language]}"', 1)
        for mark, value in (
            ("<!-- TITLE -->", escape(title)),
            ("<!-- TAGS -->", tags),
            ("<!-- BODY -->", body or '<div id="page" class="shared"></div>'),
        ):
            page = page.replace(mark, value, 1)
        return page.encode()
