package fr.pli.exchange.mail;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The templates of mails: {@code <template>.txt} and {@code <template>.html} hold what is particular, {@code frame.txt}
 * and {@code frame.html} go around it. A file of the same name in the folder of the settings replaces a shipped one
 * (N-5). Templates may use {@code @show} and the bundles.
 */
@Component
class MailTemplates {

    private static final String FRAME = "frame";
    private static final String BODY = "body";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ApplicationContext beans;

    /** Some hundred converters, made once. */
    private final ConversionService conversions = new DefaultFormattingConversionService();

    MailTemplates(MessageSource sentences, ApplicationContext beans, MailSettings settings) {
        this.beans = beans;
        engine.setTemplateEngineMessageSource(sentences);
        int order = 0;
        Path own = settings.templates();
        if (own != null && !own.toString().isEmpty()) {
            String folder = own.toAbsolutePath() + "/";
            engine.addTemplateResolver(resolver(new FileTemplateResolver(), folder, TemplateMode.HTML, order++));
            engine.addTemplateResolver(resolver(new FileTemplateResolver(), folder, TemplateMode.TEXT, order++));
        }
        engine.addTemplateResolver(resolver(new ClassLoaderTemplateResolver(), "mails/", TemplateMode.HTML, order++));
        engine.addTemplateResolver(resolver(new ClassLoaderTemplateResolver(), "mails/", TemplateMode.TEXT, order));
    }

    private static AbstractConfigurableTemplateResolver resolver(
            AbstractConfigurableTemplateResolver resolver, String folder, TemplateMode mode, int order) {
        resolver.setPrefix(folder);
        resolver.setTemplateMode(mode);
        resolver.setForceTemplateMode(true);
        resolver.setResolvablePatterns(Set.of(mode == TemplateMode.HTML ? "*.html" : "*.txt"));
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setCacheable(true);
        resolver.setOrder(order);
        return resolver;
    }

    String html(String template, Map<String, Object> model, Locale locale) {
        return framed(template, ".html", model, locale);
    }

    String text(String template, Map<String, Object> model, Locale locale) {
        return framed(template, ".txt", model, locale);
    }

    private String framed(String template, String ending, Map<String, Object> model, Locale locale) {
        String body = engine.process(template + ending, context(model, null, locale));
        return engine.process(FRAME + ending, context(model, body.strip(), locale));
    }

    private Context context(Map<String, Object> model, @Nullable String body, Locale locale) {
        var context = new Context(locale, model);
        context.setVariable(BODY, body);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, conversions));
        return context;
    }
}
