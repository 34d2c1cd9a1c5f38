package fr.pli.app.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Ids in addresses: a malformed one becomes the id that nothing ever has, so that it is answered exactly as an unknown
 * one, by whoever answers that (DESIGN section 6).
 */
@Configuration(proxyBeanMethods = false)
class PathIds implements WebMvcConfigurer {

    private static final UUID NOTHING = new UUID(0, 0);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new IdOrNothing());
    }

    /** Strict: {@link UUID#fromString} takes "1-1-1-1-1", too. */
    static UUID read(String text) {
        if (text.length() != 36) {
            return NOTHING;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return NOTHING;
        }
    }

    private static final class IdOrNothing implements ConditionalGenericConverter {

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.hasAnnotation(PathVariable.class);
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, UUID.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof String text ? read(text) : NOTHING;
        }
    }
}
