package dev.quintet.processor;

/// Names of what generated source uses. The processor knows the ORM by name only, so that it needs
/// none of it to run; the ORM's tests compile every kind of model against these.
final class Orm {

    static final String PACKAGE = "dev.quintet.orm";
    static final String STATE = PACKAGE + ".state";

    static final String ENTITY = PACKAGE + ".Entity";
    static final String MODEL = PACKAGE + ".Model";
    static final String QUERY_SET = PACKAGE + ".QuerySet";
    static final String SLUG = PACKAGE + ".Slug";
    static final String STORED_FILE = PACKAGE + ".StoredFile";
    static final String FILE_PLACE = PACKAGE + ".FilePlace";
    static final String LIMIT_TO = PACKAGE + ".LimitTo";
    static final String NO_LIMIT = LIMIT_TO + ".None";
    static final String UPLOAD_TO = PACKAGE + ".UploadTo";
    static final String NO_UPLOAD_TO = UPLOAD_TO + ".None";
    static final String RANGE = PACKAGE + ".Range";
    static final String NO_TYPE = PACKAGE + ".ValueType.None";
    static final String CODEC = PACKAGE + ".sql.Codec";

    static final String FOREIGN_KEY = PACKAGE + ".ForeignKey";
    static final String ONE_TO_ONE = PACKAGE + ".OneToOne";
    static final String MANY_TO_MANY = PACKAGE + ".ManyToMany";
    static final String RELATED = PACKAGE + ".Related";
    static final String RELATED_ONE = PACKAGE + ".RelatedOne";

    static final String GENERIC_FOREIGN_KEY = PACKAGE + ".GenericForeignKey";
    static final String GENERIC_KEY = PACKAGE + ".GenericKey";
    static final String GENERIC_TIE = PACKAGE + ".GenericTie";
    static final String GENERIC_PATH = PACKAGE + ".GenericPath";
    static final String CONTENT_TYPES = "django_content_type";

    static final String META = PACKAGE + ".Meta";
    static final String FIELD = PACKAGE + ".Field";
    static final String ID = PACKAGE + ".Id";
    static final String THROUGH = PACKAGE + ".Through";
    static final String REVERSE_OF = PACKAGE + ".ReverseOf";
    static final String SCOPE = PACKAGE + ".Scope";

    static final String CONSTRAINTS = PACKAGE + ".Constraints";
    static final String INDEXES = PACKAGE + ".Indexes";
    static final String CONSTRAINT = PACKAGE + ".Constraint";
    static final String TABLE_INDEX = PACKAGE + ".TableIndex";
    static final String COMPUTED = PACKAGE + ".Computed";
    static final String DATABASE_DEFAULT = PACKAGE + ".DatabaseDefault";
    static final String VERSION = PACKAGE + ".Version";
    static final String EXPRESSION = PACKAGE + ".Expression";

    private Orm() {}
}
