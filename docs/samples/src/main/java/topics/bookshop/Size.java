package topics.bookshop;

public record Size(int width, int height) {}
