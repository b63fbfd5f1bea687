package dev.quintet.test.press;

import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.auth.Rule;
import dev.quintet.auth.User;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Model;
import dev.quintet.orm.Permit;

/// An article, which its author may change.
@Meta(permissions = @Permit(code = "publish_article", name = "Can publish article"))
public class Article extends Model {

    /// Its author changes it, and who may change all.
    public static final Rule<Article> EDIT =
            Rule.of(
                            "press.change_article",
                            Article.class,
                            User.class,
                            user -> Articles.author.eq(user))
                    .orHolders();

    @Field(maxLength = 100)
    public String title = "";

    public final ForeignKey<User> author = foreignKey(CASCADE);

    @Override
    public String toString() {
        return title;
    }
}
