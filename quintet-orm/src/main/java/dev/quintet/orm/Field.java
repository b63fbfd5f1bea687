package dev.quintet.orm;

import dev.quintet.kernel.validate.Validator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a field says beyond its Java type. A field needs none to be a field.
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Field {

    /// {@return most characters of a text; 0 means any length, or what its kind usually has: 50 for
    /// a {@link Slug}, 254 for an e-mail address, 200 for an address of the web, 100 for a file}
    int maxLength() default 0;

    /// {@return digits of a `BigDecimal` in all; needed there}
    int digits() default 0;

    /// {@return digits of a `BigDecimal` behind the point}
    int decimals() default 0;

    /// {@return what the text must be, such as an e-mail address}
    TextFormat format() default TextFormat.PLAIN;

    /// {@return whether a whole number is never below zero; the database checks it}
    boolean positive() default false;

    /// {@return whether a {@link Slug} may have letters of all scripts}
    boolean unicode() default false;

    /// {@return whether a time takes the time of the moment whenever its row is written}
    boolean autoNow() default false;

    /// {@return whether a time takes the time of the moment when its row is first written}
    boolean autoNowAdd() default false;

    /// {@return where the files of a {@link StoredFile} lie, such as `covers/%Y/%m`; `%Y`, `%m` and
    /// `%d` are filled in}
    String uploadTo() default "";

    /// {@return what names the files of a {@link StoredFile} instead, one by one}
    Class<? extends UploadTo<?>> uploadBy() default UploadTo.None.class;

    /// {@return the storage of the files, by its name in `STORAGES`; the default one where it is
    /// empty}
    String storage() default "";

    /// {@return whether the files are pictures}
    boolean image() default false;

    /// {@return names of the two fields, of whole numbers, that take a picture's width and height
    /// when the row is saved}
    String[] size() default {};

    /// {@return how values of a type of your own are stored}
    Class<? extends ValueType<?>> type() default ValueType.None.class;

    /// {@return what a value must satisfy besides; each has a constructor without parameters}
    Class<? extends Validator<?>>[] validators() default {};

    /// {@return the target's unique field whose value a relation keeps; by default its key}
    String to() default "";

    /// {@return which rows of the target a relation may be given; all of them unless it is said}
    Class<? extends LimitTo<?>> limitTo() default LimitTo.None.class;

    /// {@return the columns of a relation to a model whose key has several fields, one for each of
    /// them; by default the relation's column and each field's, as `hall_house`}
    String[] columns() default {};

    /// {@return what the target calls the way back, where it declares none; `+` for no way back}
    String relatedName() default "";

    /// {@return what queries call the way back; by default as `relatedName`}
    String relatedQueryName() default "";

    /// {@return whether a relation of a model to itself always runs both ways; for {@link
    /// ManyToMany}}
    boolean symmetrical() default true;

    /// {@return whether the database guards a relation}
    boolean constraint() default true;

    /// {@return what the database's own catalogue says of the column}
    String comment() default "";

    /// {@return whether no two rows may have the same value}
    boolean unique() default false;

    /// {@return the field of days or points in time on whose day no two rows may have the same
    /// value; checked by `fullClean`, not by the database}
    String uniqueForDate() default "";

    /// {@return the field in whose month, whatever the year, no two rows may have the same value}
    String uniqueForMonth() default "";

    /// {@return the field in whose year no two rows may have the same value}
    String uniqueForYear() default "";

    /// {@return whether the database keeps an index of it; relations have one anyway}
    boolean index() default false;

    /// {@return whether a form may leave it empty}
    boolean blank() default false;

    /// {@return whether forms show it}
    boolean editable() default true;

    /// {@return whether pages, logs and errors show `****` instead of its value}
    boolean secret() default false;

    /// {@return its column; by default its name, and `name_id` for a relation}
    String column() default "";

    /// {@return default that the database fills in, as SQL; empty for none}
    String databaseDefault() default "";

    /// {@return what people read; by default its name in words}
    String verboseName() default "";

    /// {@return what forms say beside it}
    String help() default "";
}
