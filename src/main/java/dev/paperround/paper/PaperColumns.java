package dev.paperround.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperround.database.Sql;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Derives the columns of the table {@code paper} from the components of {@link PaperMetadata}, so that storing, reading
 * and merging follow from them. A column has the component's name in the API, in snake case.
 */
public final class PaperColumns {
    private static final List<Column> ALL = Arrays.stream(PaperMetadata.class.getRecordComponents())
            .map(Column::of)
            .toList();
    private static final Constructor<PaperMetadata> CONSTRUCTOR = constructor();

    public static final String NAMES = ALL.stream().map(Column::name).collect(Collectors.joining(", "));
    public static final String PLACEHOLDERS = String.join(", ", Collections.nCopies(ALL.size(), "?"));
    public static final String ASSIGNMENTS =
            ALL.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));

    private PaperColumns() {}

    private record Column(String name, Class<?> type, Method accessor, Field field) {
        static Column of(RecordComponent component) {
            try {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                String property = renamed == null ? component.getName() : renamed.value();
                return new Column(
                        property.replaceAll("(?=\\p{Lu})", "_").toLowerCase(Locale.ROOT),
                        component.getType(),
                        component.getAccessor(),
                        PaperMetadata.Values.class.getField(component.getName()));
            } catch (NoSuchFieldException missing) {
                throw new IllegalStateException("PaperMetadata.Values lacks " + component.getName(), missing);
            }
        }

        boolean isList() {
            return type == List.class;
        }

        Object get(PaperMetadata facts) {
            try {
                return accessor.invoke(facts);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Object get(PaperMetadata.Values values) {
            try {
                return field.get(values);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void set(PaperMetadata.Values values, Object value) {
            try {
                field.set(values, value);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    // Returns the values in the order of the names, as the database takes them.
    public static Object[] stored(PaperMetadata facts) {
        return all(
                column -> column.get(facts) instanceof List<?> list ? list.toArray(String[]::new) : column.get(facts));
    }

    public static PaperMetadata read(ResultSet row) throws SQLException {
        Object[] values = new Object[ALL.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = ALL.get(i);
            values[i] = column.isList()
                    ? Sql.list(row, column.name(), String[].class)
                    : row.getObject(column.name(), column.type());
        }
        return build(values);
    }

    static PaperMetadata build(PaperMetadata.Values values) {
        return build(all(column -> column.get(values)));
    }

    static PaperMetadata.Values values(PaperMetadata facts) {
        PaperMetadata.Values values = new PaperMetadata.Values();
        ALL.forEach(column -> column.set(values, column.get(facts)));
        return values;
    }

    static PaperMetadata merge(PaperMetadata older, PaperMetadata newer) {
        return build(all(column -> isKnown(column.get(newer)) ? column.get(newer) : column.get(older)));
    }

    private static boolean isKnown(Object value) {
        return value != null && !List.of().equals(value);
    }

    private static Object[] all(Function<Column, Object> value) {
        return ALL.stream().map(value).toArray();
    }

    private static PaperMetadata build(Object[] values) {
        try {
            return CONSTRUCTOR.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<PaperMetadata> constructor() {
        try {
            return PaperMetadata.class.getDeclaredConstructor(
                    ALL.stream().map(Column::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
