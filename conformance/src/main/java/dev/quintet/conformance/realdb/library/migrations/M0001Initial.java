package dev.quintet.conformance.realdb.library.migrations;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.GeneratedColumn;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.state.StateExpression;
import dev.quintet.orm.state.Touch;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import java.math.BigDecimal;
import java.util.List;

/// Create model Author.
///
/// Create model Branch.
///
/// Create model Country.
///
/// Create model InvoiceLine.
///
/// Create model Periodical.
///
/// Create model AuthorProfile.
///
/// Create model Authorship.
///
/// Create model Book.
///
/// Add field book to authorship.
///
/// Create proxy model ExpensiveBook.
///
/// Create model Category.
///
/// Add field categories to book.
///
/// Create model Copy.
///
/// Add field country to author.
///
/// Create model Magazine.
///
/// Create model Newspaper.
///
/// Create model Member.
///
/// Create model Loan.
///
/// Create model Publisher.
///
/// Add field publisher to periodical.
///
/// Add field publisher to book.
///
/// Create model Review.
///
/// Create model TaggedItem.
///
/// Alter unique_together for authorship (1 constraint(s)).
///
/// Create constraint lib_cat_parent_slug on model category.
///
/// Create constraint lib_loan_one_open on model loan.
///
/// Create constraint lib_pub_name_ci on model publisher.
///
/// Create index library_boo_publish_92ea51_idx on field(s) published of model book.
///
/// Create index lib_book_pub_price on field(s) publisher, -price of model book.
///
/// Create constraint lib_book_title_pub_ed on model book.
///
/// Create constraint lib_book_price_gte_0 on model book.
///
/// Create constraint lib_review_stars_1_5 on model review.
///
/// Create index lib_tag_ct_obj on field(s) contentType, objectId of model taggeditem.
public final class M0001Initial extends Migration {

    /// For the app's list of migrations.
    public M0001Initial() {
        super("library", "0001_initial");
        dependsOnModelOf("AUTH_USER_MODEL");
        dependsOn("contenttypes", "0002_remove_content_type_name");
        operations(
                createModel(
                        model("Author")
                                .with(id())
                                .with(field("name", FieldType.text(120)).indexed())
                                .with(
                                        field(
                                                        "slug",
                                                        new FieldType(
                                                                "SlugField",
                                                                new SqlType.VarChar(50),
                                                                false,
                                                                "unicode"))
                                                .asUnique())
                                .with(field("email", FieldType.email(254)).orBlank())
                                .with(
                                        field("birthDate", FieldType.date())
                                                .inColumn("birth_date")
                                                .orNull()
                                                .orBlank())
                                .with(field("bio", FieldType.text()).orBlank())
                                .with(field("rating", FieldType.decimal(5, 2)).orNull().orBlank())
                                .with(
                                        field("isActive", FieldType.bool())
                                                .inColumn("is_active")
                                                .orNull())
                                .with(
                                        field("lastIp", FieldType.ipAddress())
                                                .inColumn("last_ip")
                                                .orNull()
                                                .orBlank())
                                .with(
                                        foreignKey("mentor", "library.Author", OnDelete.SET_NULL)
                                                .orNull()
                                                .orBlank())
                                .about(options ->
                                        options.ordering("name", "id")
                                                .permission(
                                                        "can_feature", "Can feature an author"))),
                createModel(
                        model("Branch")
                                .with(id())
                                .with(field("code", FieldType.text(8)).asUnique())
                                .with(field("name", FieldType.text(80)))
                                .with(field("opens", FieldType.time()))
                                .with(field("closes", FieldType.time()).orNull())
                                .with(field("latitude", FieldType.float64()).orNull())
                                .inTable("lib_branch")
                                .about(options -> options.ordering("code"))),
                createModel(
                        model("Country")
                                .with(field("code", FieldType.text(2)).asKey())
                                .with(field("name", FieldType.text(80)).asUnique())
                                .with(field("population", FieldType.int64()).orNull())
                                .about(options ->
                                        options.ordering("code").named("country", "countries"))),
                createModel(
                        model("InvoiceLine")
                                .with(id())
                                .with(field("sku", FieldType.text(20)))
                                .with(field("qty", FieldType.int32()))
                                .with(
                                        field("unitPrice", FieldType.int32())
                                                .inColumn("unit_price")
                                                .help("cents"))
                                .with(
                                        field("total", FieldType.int32())
                                                .generatedBy(
                                                        new GeneratedColumn(
                                                                new StateExpression.Tree(
                                                                        new Node.Arithmetic(
                                                                                Operator.TIMES,
                                                                                new Node.Field(
                                                                                        FieldPath
                                                                                                .of(
                                                                                                        "qty")),
                                                                                new Node.Field(
                                                                                        FieldPath
                                                                                                .of(
                                                                                                        "unitPrice")))),
                                                                true)))
                                .with(
                                        field("note", FieldType.text(20))
                                                .initially(
                                                        new StateExpression.Tree(
                                                                new Node.Value("n/a"))))
                                .about(options -> options.ordering("id"))),
                createModel(
                        model("Periodical")
                                .with(id())
                                .with(field("name", FieldType.text(100)))
                                .with(field("issn", FieldType.text(9)).asUnique())
                                .about(options -> options.ordering("name", "id"))),
                createModel(
                        "AuthorProfile",
                        oneToOne("author", "library.Author", OnDelete.CASCADE).asKey(),
                        field("website", FieldType.url(200)).orBlank(),
                        field("prefs", FieldType.json()).orBlank(),
                        field("photo", FieldType.file(100)).orBlank().uploadedTo("photos/%Y/")),
                createModel(
                        model("Authorship")
                                .with(id())
                                .with(
                                        field("role", FieldType.text(1))
                                                .among(
                                                        List.of(
                                                                new FieldState.Choice(
                                                                        "A", "Author", ""),
                                                                new FieldState.Choice(
                                                                        "I", "Illustrator", ""),
                                                                new FieldState.Choice(
                                                                        "T", "Translator", ""))))
                                .with(field("order", FieldType.int16().orMore()))
                                .with(field("royalty", FieldType.decimal(4, 3)).orNull())
                                .with(foreignKey("author", "library.Author", OnDelete.CASCADE))
                                .about(options -> options.ordering("book", "order", "id"))),
                createModel(
                        model("Book")
                                .with(id())
                                .with(field("created", FieldType.dateTime()))
                                .with(field("updated", FieldType.dateTime()).touched(Touch.ON_SAVE))
                                .with(field("title", FieldType.text(200)))
                                .with(field("subtitle", FieldType.text(200)).orNull().orBlank())
                                .with(field("slug", FieldType.slug(80)).indexed())
                                .with(field("isbn", FieldType.text(13)).asUnique().named("ISBN"))
                                .with(field("edition", FieldType.int16().orMore()))
                                .with(field("price", FieldType.decimal(8, 2)))
                                .with(field("pages", FieldType.int32().orMore()))
                                .with(field("weight", FieldType.float64()).orNull().orBlank())
                                .with(field("published", FieldType.date()).orNull().orBlank())
                                .with(
                                        field("status", FieldType.int16())
                                                .among(
                                                        List.of(
                                                                new FieldState.Choice(
                                                                        0, "Draft", ""),
                                                                new FieldState.Choice(
                                                                        1, "Announced", ""),
                                                                new FieldState.Choice(
                                                                        2, "Published", ""),
                                                                new FieldState.Choice(
                                                                        9, "Withdrawn", ""))))
                                .with(
                                        field("language", FieldType.text(2))
                                                .among(
                                                        List.of(
                                                                new FieldState.Choice(
                                                                        "en", "English", ""),
                                                                new FieldState.Choice(
                                                                        "fr", "Français", ""),
                                                                new FieldState.Choice(
                                                                        "de", "Deutsch", ""),
                                                                new FieldState.Choice(
                                                                        "ru", "Русский", ""),
                                                                new FieldState.Choice(
                                                                        "ja", "日本語", ""),
                                                                new FieldState.Choice(
                                                                        "ar", "العربية", ""))))
                                .with(
                                        field("inPrint", FieldType.bool())
                                                .inColumn("in_print")
                                                .orNull())
                                .with(field("metadata", FieldType.json()).orNull().orBlank())
                                .with(
                                        field("readingTime", FieldType.duration())
                                                .inColumn("reading_time")
                                                .orNull()
                                                .orBlank())
                                .with(
                                        field("cover", FieldType.file(100))
                                                .orBlank()
                                                .uploadedTo("covers/"))
                                .with(
                                        manyToMany(
                                                "authors",
                                                RelationState.through(
                                                        "library.Author",
                                                        new RelationState.Through(
                                                                "library_authorship",
                                                                "book_id",
                                                                "author_id",
                                                                "library.Authorship"))))
                                .with(
                                        foreignKey("editor", "library.Author", OnDelete.SET_NULL)
                                                .orNull()
                                                .orBlank())
                                .with(
                                        oneToOne("sequelOf", "library.Book", OnDelete.SET_NULL)
                                                .inColumn("sequel_of_id")
                                                .orNull()
                                                .orBlank())
                                .about(options ->
                                        options.ordering("title", "id")
                                                .latestBy("published")
                                                .managers("inPrint"))),
                addField("Authorship", foreignKey("book", "library.Book", OnDelete.CASCADE)),
                createModel(
                        model("ExpensiveBook")
                                .inTable("library_book")
                                .extending("library.Book")
                                .about(options ->
                                        options.ordering("-price", "id")
                                                .proxy()
                                                .latestBy("published")
                                                .defaultManager("expensive")
                                                .managers("expensive"))),
                createModel(
                        model("Category")
                                .with(id())
                                .with(field("name", FieldType.text(60)))
                                .with(field("slug", FieldType.slug(50)).indexed())
                                .with(
                                        foreignKey("parent", "library.Category", OnDelete.CASCADE)
                                                .orNull()
                                                .orBlank())
                                .about(options ->
                                        options.ordering("slug", "id")
                                                .named("category", "categories"))),
                addField(
                        "Book",
                        manyToMany(
                                        "categories",
                                        "library.Category",
                                        "library_book_categories",
                                        "book_id",
                                        "category_id")
                                .orBlank()),
                createModel(
                        model("Copy")
                                .with(field("id", FieldType.uuid()).asKey().hidden())
                                .with(field("barcode", FieldType.text(20)).asUnique())
                                .with(field("acquired", FieldType.dateTime()))
                                .with(field("condition", FieldType.int16()))
                                .with(field("checksum", FieldType.binary()).orNull())
                                .with(foreignKey("book", "library.Book", OnDelete.CASCADE))
                                .with(
                                        foreignKey(
                                                        "branch",
                                                        RelationState.to(
                                                                        "library.Branch",
                                                                        OnDelete.CASCADE)
                                                                .toField("code"))
                                                .inColumn("br"))
                                .about(options ->
                                        options.ordering("barcode").named("copy", "copies"))),
                addField(
                        "Author",
                        foreignKey("country", "library.Country", OnDelete.SET_NULL)
                                .orNull()
                                .orBlank()),
                createModel(
                        model("Magazine")
                                .with(
                                        oneToOne(
                                                        "periodicalPtr",
                                                        RelationState.parent("library.Periodical"))
                                                .inColumn("periodical_ptr_id")
                                                .asKey()
                                                .hidden())
                                .with(field("glossy", FieldType.bool()))
                                .with(
                                        field("issuesPerYear", FieldType.int16().orMore())
                                                .inColumn("issues_per_year"))
                                .extending("library.Periodical")
                                .about(options -> options.ordering("name", "id"))),
                createModel(
                        model("Newspaper")
                                .with(
                                        oneToOne(
                                                        "periodicalPtr",
                                                        RelationState.parent("library.Periodical"))
                                                .inColumn("periodical_ptr_id")
                                                .asKey()
                                                .hidden())
                                .with(
                                        field("weekdayOnly", FieldType.bool())
                                                .inColumn("weekday_only"))
                                .with(field("circulation", FieldType.int32()).orNull())
                                .extending("library.Periodical")
                                .about(options -> options.ordering("name", "id"))),
                createModel(
                        model("Member")
                                .with(id())
                                .with(field("name", FieldType.text(120)))
                                .with(
                                        field("cardNo", FieldType.int64())
                                                .inColumn("card_no")
                                                .asUnique())
                                .with(field("joined", FieldType.date()))
                                .with(field("ip", FieldType.ipAddress()).orNull().orBlank())
                                .with(
                                        manyToMany(
                                                        "favourites",
                                                        "library.Book",
                                                        "library_member_favourites",
                                                        "member_id",
                                                        "book_id")
                                                .orBlank())
                                .with(
                                        manyToMany(
                                                        "friends",
                                                        RelationState.through(
                                                                        "library.Member",
                                                                        new RelationState.Through(
                                                                                "library_member_friends",
                                                                                "from_member_id",
                                                                                "to_member_id",
                                                                                null))
                                                                .bothWays())
                                                .orBlank())
                                .with(
                                        oneToOne(
                                                        "user",
                                                        modelOf("AUTH_USER_MODEL"),
                                                        OnDelete.CASCADE)
                                                .orNull()
                                                .orBlank())
                                .about(options -> options.ordering("name", "id"))),
                createModel(
                        model("Loan")
                                .with(id())
                                .with(field("outAt", FieldType.dateTime()).inColumn("out_at"))
                                .with(field("due", FieldType.date()))
                                .with(
                                        field("returnedAt", FieldType.dateTime())
                                                .inColumn("returned_at")
                                                .orNull()
                                                .orBlank())
                                .with(
                                        field("pickupTime", FieldType.time())
                                                .inColumn("pickup_time")
                                                .orNull()
                                                .orBlank())
                                .with(field("fine", FieldType.decimal(6, 2)))
                                .with(foreignKey("copy", "library.Copy", OnDelete.CASCADE))
                                .with(foreignKey("member", "library.Member", OnDelete.CASCADE))
                                .about(options ->
                                        options.ordering("outAt", "id").latestBy("outAt", "id"))),
                createModel(
                        model("Publisher")
                                .with(id())
                                .with(field("name", FieldType.text(120)).asUnique())
                                .with(field("founded", FieldType.date()).orNull().orBlank())
                                .with(field("website", FieldType.url(200)).orBlank())
                                .with(field("email", FieldType.email(254)).orBlank())
                                .with(field("active", FieldType.bool()))
                                .with(foreignKey("country", "library.Country", OnDelete.PROTECT))
                                .about(options -> options.ordering("name"))),
                addField(
                        "Periodical",
                        foreignKey("publisher", "library.Publisher", OnDelete.CASCADE).orNull()),
                addField("Book", foreignKey("publisher", "library.Publisher", OnDelete.PROTECT)),
                createModel(
                        model("Review")
                                .with(id())
                                .with(field("stars", FieldType.int16().orMore()))
                                .with(field("title", FieldType.text(100)).orBlank())
                                .with(field("body", FieldType.text()).orBlank())
                                .with(field("created", FieldType.dateTime()))
                                .with(field("approved", FieldType.bool()))
                                .with(foreignKey("book", "library.Book", OnDelete.CASCADE))
                                .with(
                                        foreignKey("member", "library.Member", OnDelete.SET_NULL)
                                                .orNull())
                                .about(options -> options.ordering("-created", "id"))),
                createModel(
                        model("TaggedItem")
                                .with(id())
                                .with(field("tag", FieldType.slug(40)).indexed())
                                .with(
                                        field("objectId", FieldType.int64().orMore())
                                                .inColumn("object_id"))
                                .with(
                                        foreignKey(
                                                        "contentType",
                                                        "contenttypes.ContentType",
                                                        OnDelete.CASCADE)
                                                .inColumn("content_type_id"))
                                .about(options -> options.ordering("tag", "id"))),
                alterUniqueTogether("Authorship", List.of("book", "author", "role")),
                addConstraint(
                        "Category",
                        new ConstraintState.Unique(
                                "lib_cat_parent_slug",
                                List.of(
                                        new IndexState.Part("parent", null, false, ""),
                                        new IndexState.Part("slug", null, false, "")),
                                null,
                                List.of(),
                                ConstraintState.Deferral.NEVER,
                                null,
                                "",
                                "")),
                addConstraint(
                        "Loan",
                        new ConstraintState.Unique(
                                "lib_loan_one_open",
                                List.of(new IndexState.Part("copy", null, false, "")),
                                new Node.IsNull(new Node.Field(FieldPath.of("returnedAt")), true),
                                List.of(),
                                ConstraintState.Deferral.NEVER,
                                null,
                                "",
                                "")),
                addConstraint(
                        "Publisher",
                        new ConstraintState.Unique(
                                "lib_pub_name_ci",
                                List.of(
                                        new IndexState.Part(
                                                null,
                                                new Node.Call(
                                                        "lower",
                                                        List.of(
                                                                new Node.Field(
                                                                        FieldPath.of("name")))),
                                                false,
                                                "")),
                                null,
                                List.of(),
                                ConstraintState.Deferral.NEVER,
                                null,
                                "",
                                "")),
                addIndex("Book", index("library_boo_publish_92ea51_idx", "published")),
                addIndex("Book", index("lib_book_pub_price", "publisher", "-price")),
                addConstraint(
                        "Book",
                        new ConstraintState.Unique(
                                "lib_book_title_pub_ed",
                                List.of(
                                        new IndexState.Part("title", null, false, ""),
                                        new IndexState.Part("publisher", null, false, ""),
                                        new IndexState.Part("edition", null, false, "")),
                                null,
                                List.of(),
                                ConstraintState.Deferral.NEVER,
                                null,
                                "",
                                "")),
                addConstraint(
                        "Book",
                        new ConstraintState.Check(
                                "lib_book_price_gte_0",
                                new Node.Compare(
                                        Lookup.GTE,
                                        new Node.Field(FieldPath.of("price")),
                                        new Node.Value(new BigDecimal("0"))),
                                "",
                                "")),
                addConstraint(
                        "Review",
                        new ConstraintState.Check(
                                "lib_review_stars_1_5",
                                new Node.And(
                                        List.of(
                                                new Node.Compare(
                                                        Lookup.GTE,
                                                        new Node.Field(FieldPath.of("stars")),
                                                        new Node.Value(1L)),
                                                new Node.Compare(
                                                        Lookup.LTE,
                                                        new Node.Field(FieldPath.of("stars")),
                                                        new Node.Value(5L)))),
                                "",
                                "")),
                addIndex("TaggedItem", index("lib_tag_ct_obj", "contentType", "objectId")));
    }
}
