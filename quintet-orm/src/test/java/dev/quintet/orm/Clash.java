package dev.quintet.orm;

import static dev.quintet.orm.OnDelete.CASCADE;

/// Models whose relations are called alike from the other side.
final class Clash {

    private Clash() {}

    static class Target extends Model {

        @Field(maxLength = 10)
        String name;
    }

    static class Left extends Model {

        @Field(relatedName = "lefts")
        final ForeignKey<Target> one = foreignKey(CASCADE);

        @Field(relatedName = "lefts")
        final ForeignKey<Target> two = foreignKey(CASCADE);

        @Field(relatedName = "name")
        final ForeignKey<Target> three = foreignKey(CASCADE);

        @Field(relatedName = "+")
        final ForeignKey<Target> four = foreignKey(CASCADE);
    }
}
