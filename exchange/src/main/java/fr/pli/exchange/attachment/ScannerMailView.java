package fr.pli.exchange.attachment;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail that tells administrators that files wait because clamd is away; nothing to say once it is back. */
@Component
final class ScannerMailView implements MailView {

    static final String TEMPLATE = "scanner-away";

    private final ScannerState scanner;
    private final Show show;

    ScannerMailView(ScannerState scanner, Show show) {
        this.scanner = scanner;
        this.show = show;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        return scanner.last()
                .filter(seen -> !seen.usable())
                .map(seen -> Map.of("subjectArguments", List.of(), "since", show.instant(seen.since())));
    }
}
