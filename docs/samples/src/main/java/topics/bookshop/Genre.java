package topics.bookshop;

public enum Genre {
    NOVEL,
    GOTHIC,
    ESSAY
}
