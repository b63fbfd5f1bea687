package dev.quintet;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.settings.Masks;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// Writes an event as a JSON object on a line of its own. What has a name like a secret's is
/// masked.
final class JsonLines extends EncoderBase<ILoggingEvent> {

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var members = new LinkedHashMap<String, Object>();
        members.put("time", event.getInstant().toString());
        members.put("level", event.getLevel().toString());
        members.put("logger", event.getLoggerName());
        members.put("message", String.valueOf(event.getFormattedMessage()));
        event.getMDCPropertyMap()
                .forEach((name, value) ->
                        // What a site notes under a name of the line's own does not replace that.
                        members.putIfAbsent(
                                name, Masks.secret(name) ? Masks.MASK : number(name, value)));
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            members.put("error", thrown.getClassName());
            members.put("stack", ThrowableProxyUtil.asString(thrown));
        }
        return (Json.text(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Object number(String name, String value) {
        if (name.equals("status") && value.matches("[0-9]{3}")) {
            return Integer.valueOf(value);
        }
        if (name.equals("duration_ms") && value.matches("[0-9]{1,9}\\.[0-9]")) {
            return Double.valueOf(value);
        }
        return value;
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
