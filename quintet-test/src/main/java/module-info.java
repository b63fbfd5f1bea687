/// Tests of sites: databases, a client, factories, a live server.
module dev.quintet.test {
    requires static transitive org.jspecify;
    requires transitive dev.quintet;
    requires dev.quintet.migrations;
    requires java.net.http;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;

    exports dev.quintet.test;

    // JUnit makes the extension that an annotation names.
    opens dev.quintet.test to
            org.junit.platform.commons;
}
