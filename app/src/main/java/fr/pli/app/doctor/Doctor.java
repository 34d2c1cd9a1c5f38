package fr.pli.app.doctor;

import fr.pli.exchange.attachment.ClamdExamination;
import fr.pli.exchange.attachment.KeyExamination;
import fr.pli.exchange.attachment.StoreExamination;
import fr.pli.exchange.certificate.CardExamination;
import fr.pli.exchange.journal.JournalExamination;
import fr.pli.exchange.mail.RelayExamination;
import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Findings.Finding;
import fr.pli.exchange.platform.Findings.Level;
import fr.pli.exchange.platform.Installation;
import fr.pli.expertise.rights.MatrixExamination;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Looks at clock, database, store, mail relay, clamd, keys, certificates, journal, configuration and rights, and says of
 * each what is wrong and what to do. Exit status: 0 nothing is wrong (there may be doubts), 1 something is, 2 the command is
 * not understood.
 */
public final class Doctor {

    /** In the order in which one thing stands on another. */
    static final List<Examination> EXAMINATIONS = List.of(
            new ConfigurationExamination(),
            new ClockExamination(),
            new DatabaseExamination(),
            new JournalExamination(),
            new StoreExamination(),
            new KeyExamination(),
            new ClamdExamination(),
            new CardExamination(),
            new RelayExamination(),
            new CertificateExamination(),
            new MatrixExamination());

    private Doctor() {}

    public static int run(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length > 0) {
            out.println(sentence("usage", List.of(), locale()));
            return 2;
        }
        System.setProperty("logging.level.root", "OFF");
        try (var context = new SpringApplicationBuilder(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            List<Result> results = examine(new Installation(context.getEnvironment(), Clock.systemUTC()));
            return tell(results, out, locale());
        }
    }

    /** Everything that was found, in the order of the examinations. */
    static List<Result> examine(Installation installation) {
        var results = new ArrayList<Result>();
        for (Examination examination : EXAMINATIONS) {
            var findings = new Findings();
            try {
                examination.examine(installation, findings);
            } catch (Exception failure) {
                results.add(new Result(examination.part(), new Finding(Level.WRONG, "failed", List.of(root(failure)))));
            }
            findings.all().forEach(finding -> results.add(new Result(examination.part(), finding)));
        }
        return results;
    }

    static int tell(List<Result> results, PrintStream out, Locale locale) {
        String part = "";
        for (Result result : results) {
            if (!part.equals(result.part())) {
                part = result.part();
                out.println();
                out.println(sentence("part." + part, List.of(), locale));
            }
            out.println(sign(result.finding().level(), locale) + sentence(result.key(), result.arguments(), locale));
            if (result.finding().level() != Level.WELL) {
                out.println("        → " + sentence(result.key() + ".advice", result.arguments(), locale));
            }
        }
        long wrong = count(results, Level.WRONG);
        out.println();
        out.println(sentence("summary", List.of(wrong, count(results, Level.DOUBTFUL)), locale));
        return wrong == 0 ? 0 : 1;
    }

    private static long count(List<Result> results, Level level) {
        return results.stream()
                .filter(result -> result.finding().level() == level)
                .count();
    }

    private static String sign(Level level, Locale locale) {
        return "  " + sentence("level." + level.name().toLowerCase(Locale.ROOT), List.of(), locale) + "  ";
    }

    static String sentence(String key, List<Object> arguments, Locale locale) {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/doctor");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return Objects.requireNonNull(words.getMessage("doctor." + key, arguments.toArray(), locale));
    }

    private static Locale locale() {
        return Locale.getDefault().getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }

    /** One finding of one part. */
    record Result(String part, Finding finding) {

        String key() {
            return finding.code().equals("failed") ? "failed" : part + "." + finding.code();
        }

        /** Numbers and paths as they are: no grouping, which would make a port two words. */
        List<Object> arguments() {
            return finding.arguments().stream().<Object>map(String::valueOf).toList();
        }
    }

    /** Nothing of the application but what it would read. */
    @Configuration(proxyBeanMethods = false)
    static class SettingsOnly {}
}
