package fr.pli.expertise.folder;

import fr.pli.exchange.account.Administrators;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells administrators of counts that are not what the facts say (E-6); nothing to say once they are right again. */
@Component
class ReadingMails implements MailView {

    private static final String TEMPLATE = "readings-compared";

    private final ReadingChecks checks;
    private final Administrators administrators;
    private final Show show;

    ReadingMails(ReadingChecks checks, Administrators administrators, Show show) {
        this.checks = checks;
        this.administrators = administrators;
        this.show = show;
    }

    void stage(ReadingChecks.Check check) {
        administrators.mail(TEMPLATE, Map.of("compared", check.at().toString()));
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        return checks.last()
                .filter(ReadingChecks.Check::wrong)
                .map(last -> Map.of(
                        "subjectArguments",
                        List.of(),
                        "at",
                        show.instant(last.at()),
                        "folders",
                        last.folders(),
                        "readings",
                        last.readings()));
    }
}
