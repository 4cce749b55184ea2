"""The classifier of pictures that the extra `nsfw` brings, on pictures that nobody could take offence at."""

from __future__ import annotations

from pathlib import Path

from tests.pictures import gradient, mask_of, png

from paintover.parts import open_judges
from paintover.settings import Settings

ROOT = Path(__file__).parents[1]


async def test_the_classifier_lets_harmless_pictures_through_and_heeds_its_scores() -> None:
    photo = png(gradient(640, 480))
    drawings = [path.read_bytes() for path in sorted((ROOT / "docs" / "pictures").glob("seed_*.webp"))]
    assert drawings
    async with open_judges(Settings(moderation_nsfw=True)) as judges:
        assert judges.sees_pictures
        for image in [photo, mask_of(64, 64, (0, 0, 9, 9)), *drawings]:
            assert await judges.picture(image, level="auto") is None
    async with open_judges(
        Settings(moderation_nsfw=True, moderation_nsfw_score=0.0, moderation_low_score=1.0)
    ) as judges:
        found = await judges.picture(photo, level="auto")
        assert found is not None
        assert found.categories == ("nudity",)
        assert await judges.picture(photo, level="low") is None
        assert await judges.words("anything", level="auto") is None
