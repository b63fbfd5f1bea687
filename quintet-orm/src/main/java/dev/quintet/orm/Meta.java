package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a model says of itself as a whole. Django: `class Meta`.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Meta {

    /// {@return label of its app; by default the last word of its package, `models` passed over}
    String app() default "";

    /// {@return its table; by default `app_model`}
    String table() default "";

    /// {@return names of fields that rows come in by default; `-` before one means downwards}
    String[] ordering() default {};

    /// {@return indexes over several fields}
    Index[] indexes() default {};

    /// {@return fields that no two rows may agree in all of}
    Unique[] unique() default {};

    /// {@return whether migrations make and drop its table}
    boolean managed() default true;

    /// {@return name of the generated catalogue; by default the plural of the class's name}
    String catalog() default "";

    /// {@return one of them, as people read it}
    String verboseName() default "";

    /// {@return several of them, as people read it}
    String verboseNamePlural() default "";

    /// {@return whether it is another view of the table of the model that it extends}
    boolean proxy() default false;

    /// {@return names of fields by which `latest` and `earliest` go; `-` before one means
    /// downwards}
    String[] latestBy() default {};

    /// {@return the relation among whose rows users may put these into an order}
    String orderWithRespectTo() default "";

    /// {@return permissions besides the usual ones}
    Permit[] permissions() default {};

    /// {@return the usual permissions}
    String[] defaultPermissions() default {"add", "change", "delete", "view"};

    /// {@return what targets call the way back of relations that do not say; `%(class)s` and
    /// `%(app_label)s` are filled in}
    String defaultRelatedName() default "";

    /// {@return the scope by which the catalogue finds rows; relations still find all}
    String defaultManager() default "";

    /// {@return what the database's own catalogue says of the table}
    String comment() default "";
}
