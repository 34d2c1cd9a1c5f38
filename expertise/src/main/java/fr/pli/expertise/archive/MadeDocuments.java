package fr.pli.expertise.archive;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import fr.pli.exchange.platform.Show;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Documents that the platform makes itself, from the templates {@code documents/<name>.html}: as a page that needs
 * nothing but a browser, or as a PDF. Templates may use {@code @show} and the bundles.
 */
@Component
class MadeDocuments {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Show show;
    private final ApplicationContext beans;

    MadeDocuments(MessageSource sentences, Show show, ApplicationContext beans) {
        this.show = show;
        this.beans = beans;
        engine.setTemplateEngineMessageSource(sentences);
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.addTemplateResolver(resolver);
    }

    /** In that language, with dates as the reader's zone has them. */
    String html(String name, Map<String, Object> model, Locale language) {
        var context = new Context(language, model);
        context.setVariable("language", language.getLanguage());
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, new DefaultFormattingConversionService()));
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(
                new SimpleTimeZoneAwareLocaleContext(language, TimeZone.getTimeZone(show.zone())));
        try {
            return engine.process(name, context);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Tagged as PDF/UA asks, with fonts of its own, nothing fetched from anywhere. */
    byte[] pdf(String name, Map<String, Object> model, Locale language) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        font(builder, "DejaVuSans.ttf", 400);
        font(builder, "DejaVuSans-Bold.ttf", 700);
        builder.withHtmlContent(html(name, model, language), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(
                () -> Objects.requireNonNull(MadeDocuments.class.getResourceAsStream(FONTS + file), file),
                "DejaVu Sans",
                weight,
                BaseRendererBuilder.FontStyle.NORMAL,
                true);
    }
}
