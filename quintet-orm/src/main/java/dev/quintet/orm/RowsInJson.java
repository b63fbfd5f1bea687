package dev.quintet.orm;

import dev.quintet.kernel.json.JsonExtension;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/// Refuses rows as JSON, both ways: every column would go out, the hash of a password too, and who
/// sends JSON could set every column. For {@link java.util.ServiceLoader}.
public final class RowsInJson implements JsonExtension {

    private static final String OUT =
            "It is a row, and all of its columns would be written: select what is meant into a"
                    + " record.";
    private static final String IN =
            "It is a row, and whoever sends JSON could set any of its columns: read a record or a"
                    + " form.";

    /// For {@link java.util.ServiceLoader}.
    public RowsInJson() {}

    @Override
    public JacksonModule module() {
        var module = new SimpleModule("dev.quintet.orm");
        module.addSerializer(Entity.class, new Written());
        module.setDeserializers(new Readers());
        return module;
    }

    private static final class Written extends ValueSerializer<Entity> {
        @Override
        public void serialize(Entity row, JsonGenerator json, SerializationContext context) {
            context.reportBadDefinition(row.getClass(), OUT, null);
        }
    }

    private static final class Readers extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier described) {
            return Entity.class.isAssignableFrom(type.getRawClass())
                    ? new Read(type)
                    : super.findBeanDeserializer(type, config, described);
        }
    }

    private static final class Read extends ValueDeserializer<Object> {

        private final JavaType type;

        Read(JavaType type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return context.reportBadDefinition(type, IN);
        }
    }
}
