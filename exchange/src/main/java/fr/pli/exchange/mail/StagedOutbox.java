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
        return stageAll(List.of(letter)).getFirst();
    }

    @Override
    public List<UUID> stageAll(List<Letter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        String host = web.publicAddress().getHost();
        List<MailTable.Fresh> fresh =
                letters.stream().map(letter -> fresh(letter, host, now)).toList();
        List<UUID> ids = fresh.stream().map(MailTable.Fresh::id).toList();
        units.run(() -> {
            mails.add(fresh, now);
            tasks.stageAll(MailSending.NAME, ids.stream().map(UUID::toString).toList(), now);
        });
        return ids;
    }

    private static MailTable.Fresh fresh(Letter letter, String host, Instant now) {
        UUID id = Ids.next(now);
        return new MailTable.Fresh(id, letter, "<" + id + "@" + host + ">");
    }

    @Override
    public List<MailFate> about(UUID subject) {
        return mails.about(subject);
    }
}
