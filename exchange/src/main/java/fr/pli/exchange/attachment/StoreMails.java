package fr.pli.exchange.attachment;

import fr.pli.exchange.account.Administrators;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells administrators what the comparison of store and database found (U-13); nothing to say once it is well again. */
@Component
class StoreMails implements MailView {

    private static final String TEMPLATE = "store-compared";

    private final StoreChecks checks;
    private final Administrators administrators;
    private final Show show;

    StoreMails(StoreChecks checks, Administrators administrators, Show show) {
        this.checks = checks;
        this.administrators = administrators;
        this.show = show;
    }

    void stage(Instant at) {
        administrators.mail(TEMPLATE, Map.of("compared", at.toString()));
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        return checks.last()
                .filter(StorageState.Comparison::wrong)
                .map(last -> Map.of(
                        "subjectArguments",
                        List.of(),
                        "at",
                        show.instant(last.at()),
                        "absent",
                        last.absent(),
                        "resized",
                        last.resized(),
                        "spared",
                        last.spared()));
    }
}
