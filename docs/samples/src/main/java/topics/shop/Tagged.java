package topics.shop;

/// What a tag may stand on.
public sealed interface Tagged permits Author, Book {}
