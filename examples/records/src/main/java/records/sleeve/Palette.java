package records.sleeve;

/// The inks of a sleeve: one to print on, one that is read on it, and three to draw with.
///
/// A title is read, so ink and paper of every palette differ enough for weak eyes (WCAG AA).
enum Palette {
    CLUB("#f2e6cf", "#1d1a16", "#c8402a", "#e0a63b", "#24505a"),
    MIDNIGHT("#17181f", "#f3e6cf", "#e2633b", "#e9b44c", "#3f6c7a"),
    RIVIERA("#e9efe6", "#14323a", "#1f6f78", "#f2b950", "#e4572e"),
    ABSINTHE("#e6e7c8", "#26301b", "#6e8b3d", "#c5b83a", "#2f4b3c"),
    BORDEAUX("#4a1420", "#f6e3cf", "#d9a441", "#b23a48", "#f0c9a6"),
    COBALT("#f4efe6", "#16264a", "#2447a8", "#e8b23a", "#d9442f"),
    TOBACCO("#e3cda4", "#3a2413", "#8c5a2b", "#c9822f", "#5b3a1e"),
    ROSE("#f6ddd3", "#4a1b2d", "#c9476b", "#e9a23b", "#7a2e4d"),
    SLATE("#2b3440", "#f1eadc", "#e07a3f", "#8fb0b8", "#d8c28a"),
    MINT("#d8e9df", "#173a34", "#2e8b74", "#f0a93b", "#d6523c"),
    PLUM("#2d1f3b", "#f3e4d7", "#b4548c", "#e6a94a", "#6b7fd0"),
    CHALK("#faf6ec", "#191919", "#191919", "#d8392b", "#bdb4a0");

    private final String paper;
    private final String ink;
    private final String first;
    private final String second;
    private final String third;

    Palette(String paper, String ink, String first, String second, String third) {
        this.paper = paper;
        this.ink = ink;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    String paper() {
        return paper;
    }

    String ink() {
        return ink;
    }

    /// A colour to draw with; any number will do, they come round again.
    String colour(int number) {
        return switch (number % 3) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }
}
