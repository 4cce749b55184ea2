from __future__ import annotations

from paintover.engines.illustrator.kinds import SIGNPOST, kinds

COCO = [
    "person",
    "bicycle",
    "car",
    "motorcycle",
    "airplane",
    "bus",
    "train",
    "truck",
    "boat",
    "traffic-light",
    "fire-hydrant",
    "stop-sign",
    "parking-meter",
    "bench",
    "bird",
    "cat",
    "dog",
    "horse",
    "sheep",
    "cow",
    "elephant",
    "bear",
    "zebra",
    "giraffe",
    "backpack",
    "umbrella",
    "handbag",
    "tie",
    "suitcase",
    "frisbee",
    "skis",
    "snowboard",
    "ball",
    "kite",
    "baseball-bat",
    "baseball-glove",
    "skateboard",
    "surfboard",
    "tennis-racket",
    "bottle",
    "wine-glass",
    "cup",
    "fork",
    "knife",
    "spoon",
    "bowl",
    "banana",
    "apple",
    "sandwich",
    "orange",
    "broccoli",
    "carrot",
    "hot-dog",
    "pizza",
    "donut",
    "cake",
    "chair",
    "couch",
    "potted-plant",
    "bed",
    "dining-table",
    "toilet",
    "tv",
    "laptop",
    "computer-mouse",
    "remote",
    "keyboard",
    "cell-phone",
    "microwave",
    "oven",
    "toaster",
    "sink",
    "refrigerator",
    "book",
    "clock",
    "vase",
    "scissors",
    "teddy-bear",
    "hair-drier",
    "toothbrush",
]


def test_there_are_plenty_and_every_coco_class_is_among_them() -> None:
    assert len(kinds()) >= 180
    assert len(COCO) == 80
    assert set(COCO) <= set(kinds())


def test_every_kind_names_its_art_and_has_a_size() -> None:
    for name, kind in kinds().items():
        source, _, drawing = kind.art.partition(":")
        assert source in ("noto", "prop", "mdi"), name
        assert drawing, name
        assert 0 < kind.height_m <= 30, name
        assert all(art.startswith(("noto:", "prop:")) for art in kind.variants.values()), name


def test_a_single_of_a_pair_is_a_kind() -> None:
    singles = [kind.single for kind in kinds().values() if kind.single is not None]
    assert singles
    assert set(singles) <= set(kinds())


def test_only_living_things_need_a_body() -> None:
    assert all(kind.alive for kind in kinds().values() if kind.crop is not None)


def test_the_rung_tells_icons_from_our_own_drawings() -> None:
    assert kinds()["ox"].rung == "sprite"
    assert kinds()[SIGNPOST].rung == "prop"
    assert kinds()["silo"].rung == "silhouette"
