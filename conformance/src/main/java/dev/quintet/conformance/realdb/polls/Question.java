package dev.quintet.conformance.realdb.polls;

import dev.quintet.orm.Field;
import dev.quintet.orm.Model;
import dev.quintet.orm.Related;
import java.time.Instant;

/// Something that people vote on.
public class Question extends Model {

    @Field(maxLength = 200)
    public String questionText;

    @Field(verboseName = "date published")
    public Instant pubDate;

    public final Related<Choice> choices = related();

    @Override
    public String toString() {
        return questionText;
    }
}
