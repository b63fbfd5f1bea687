package dev.quintet.conformance.realdb.polls;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Model;

/// An answer to a question.
public class Choice extends Model {

    public final ForeignKey<Question> question = foreignKey(CASCADE);

    @Field(maxLength = 200)
    public String choiceText;

    public int votes;

    @Override
    public String toString() {
        return choiceText;
    }
}
