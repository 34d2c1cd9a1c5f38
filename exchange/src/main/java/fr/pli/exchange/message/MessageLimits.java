package fr.pli.exchange.message;

import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import fr.pli.exchange.upload.Uploads;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The limits of messages as administrators decide them while the service runs (O-1, X-12). */
@Component
@Order(1)
public class MessageLimits implements PolicySource {

    /** What the law allows, whoever decides. */
    private static final int LAWFUL_DAYS = 30;

    private static final int MOST_FILES = 5000;
    private static final int MOST_RECIPIENTS = 1000;
    private static final long MOST_BYTES = 1_000_000_000_000L;

    private static final Pattern EXTENSION = Pattern.compile("[\\p{L}\\p{N}_+-]{1,20}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/(?:\\*|[a-z0-9.+-]{1,100})");

    private final Policies policies;
    private final Policy maxDays;
    private final Policy maxExtendedDays;
    private final Policy maxFiles;
    private final Policy maxBytes;
    private final Policy maxRecipients;
    private final Policy maxFileBytes;
    private final Policy refusedExtensions = Policy.words("message.refused-extensions", "", EXTENSION);
    private final Policy allowedExtensions = Policy.words("message.allowed-extensions", "", EXTENSION);
    private final Policy refusedTypes = Policy.words("message.refused-types", "", TYPE);
    private final Policy justiceOnly = Policy.words(
            "message.justice-only",
            "",
            Pattern.compile(Profile.ofPeople().stream()
                    .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"))));

    MessageLimits(Policies policies, MessageSettings settings, Uploads uploads) {
        this.policies = policies;
        this.maxDays = Policy.number("message.max-days", settings.maxDays(), 1, LAWFUL_DAYS);
        this.maxExtendedDays = Policy.number("message.max-extended-days", settings.maxExtendedDays(), 1, LAWFUL_DAYS);
        this.maxFiles = Policy.number("message.max-files", settings.maxFiles(), 1, MOST_FILES);
        this.maxBytes =
                Policy.size("message.max-bytes", settings.maxBytes(), Math.max(MOST_BYTES, settings.maxBytes()));
        this.maxRecipients = Policy.number("message.max-recipients", settings.maxRecipients(), 1, MOST_RECIPIENTS);
        this.maxFileBytes = Policy.size("message.max-file-bytes", uploads.maxLength(), uploads.maxLength());
    }

    @Override
    public String group() {
        return "message";
    }

    @Override
    public List<Policy> policies() {
        return List.of(
                maxDays,
                maxExtendedDays,
                maxFileBytes,
                maxFiles,
                maxBytes,
                maxRecipients,
                refusedExtensions,
                allowedExtensions,
                refusedTypes,
                justiceOnly);
    }

    @Override
    public Optional<String> contradiction(Policies.Values values) {
        return values.number(maxExtendedDays) < values.number(maxDays)
                ? Optional.of("policy.contradiction.days")
                : Optional.empty();
    }

    Limits now() {
        Policies.Values values = policies.now();
        return new Limits(
                (int) values.number(maxDays),
                (int) values.number(maxExtendedDays),
                (int) values.number(maxFiles),
                values.number(maxBytes),
                (int) values.number(maxRecipients),
                values.number(maxFileBytes),
                values.words(refusedExtensions),
                values.words(allowedExtensions),
                values.words(refusedTypes),
                values.words(justiceOnly));
    }

    /** Longest lifetime a sender may choose, in days. */
    public int maxDays() {
        return now().maxDays();
    }

    /** Longest lifetime after extensions, in days after availability. */
    public int maxExtendedDays() {
        return now().maxExtendedDays();
    }

    /** Files in one message. */
    public int maxFiles() {
        return now().maxFiles();
    }

    /** Bytes of all files of one message together. */
    public long maxBytes() {
        return now().maxBytes();
    }

    /** Recipients of one message. */
    public int maxRecipients() {
        return now().maxRecipients();
    }

    /** Bytes of one file. */
    public long maxFileBytes() {
        return now().maxFileBytes();
    }
}
