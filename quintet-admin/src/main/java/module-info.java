/// The admin: pages to look at, change, add and delete the rows of a site's models.
module dev.quintet.admin {
    requires static transitive org.jspecify;
    requires static org.dhatim.fastexcel;
    requires static org.dhatim.fastexcel.reader;
    requires transitive dev.quintet.auth;
    requires de.siegmar.fastcsv;

    exports dev.quintet.admin;

    // Routes read the signatures of views.
    opens dev.quintet.admin to
            dev.quintet.http;
}
