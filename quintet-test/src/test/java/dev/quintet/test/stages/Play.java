package dev.quintet.test.stages;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Related;
import org.jspecify.annotations.Nullable;

/// A play: known by a word that its author chose.
@Meta(ordering = "code")
public class Play extends Entity {

    @Id
    @Field(maxLength = 60)
    public String code = "";

    @Field(maxLength = 80)
    public String title = "";

    @Field(type = Colour.Type.class, blank = true)
    public @Nullable Colour poster;

    public final Related<Prop> props = related();

    /// A play, saved.
    public static Play of(String code, String title) {
        var play = new Play();
        play.code = code;
        play.title = title;
        play.save();
        return play;
    }

    @Override
    public String toString() {
        return title;
    }
}
