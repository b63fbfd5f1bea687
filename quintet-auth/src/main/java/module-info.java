/// Who somebody is: passwords, kept as Django keeps them.
module dev.quintet.auth {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires static org.bouncycastle.provider;

    exports dev.quintet.auth.password;
}
