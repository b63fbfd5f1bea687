/// The HTTP engine: Jetty's core on virtual threads, under `dev.quintet.http`.
module dev.quintet.server {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.http;
    requires org.eclipse.jetty.alpn.server;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.unixdomain.server;
    requires org.eclipse.jetty.util;
    requires org.eclipse.jetty.websocket.core.common;
    requires org.eclipse.jetty.websocket.core.server;

    exports dev.quintet.server;

    uses dev.quintet.kernel.check.ReadinessCheck;

    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.server.ServerSettings;
}
