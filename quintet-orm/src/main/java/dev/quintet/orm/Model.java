package dev.quintet.orm;

/// A model whose key is a number that the database gives. Most models extend this one.
public abstract class Model extends Entity {

    /// The key; 0 until the object is first saved.
    @Id(generated = true)
    public long id;

    /// For models.
    protected Model() {}
}
