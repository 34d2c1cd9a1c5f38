package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.platform.WebSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Writes the mail and stages its sending in the transaction of the fact. */
@Service
class StagedOutbox implements Outbox {

    private final MailTable mails;
    private final Tasks tasks;
    private final Units units;
    private final WebSettings web;
    private final Clock clock;

    StagedOutbox(MailTable mails, Tasks tasks, Units units, WebSettings web, Clock clock) {
        this.mails = mails;
        this.tasks = tasks;
        this.units = units;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public UUID stage(Letter letter) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        units.run(() -> {
            mails.add(id, letter, "<" + id + "@" + web.publicAddress().getHost() + ">", now);
            tasks.stage(MailSending.NAME, id.toString(), now);
        });
        return id;
    }

    @Override
    public List<MailFate> about(UUID subject) {
        return mails.about(subject);
    }
}
