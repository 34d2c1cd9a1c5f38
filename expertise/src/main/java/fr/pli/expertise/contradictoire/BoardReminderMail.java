package fr.pli.expertise.contradictoire;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.expertise.dossier.Expertises;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody may have and has not downloaded, as it is when the mail leaves; with nothing left it does not leave. */
@Component
class BoardReminderMail implements MailView {

    static final String TEMPLATE = "contradictoire-reminder";

    private static final int NAMED = 200;

    private final BoardReminderTable reminders;
    private final Expertises expertises;
    private final Audience audience;
    private final BoardDocuments documents;
    private final Directory directory;

    BoardReminderMail(
            BoardReminderTable reminders,
            Expertises expertises,
            Audience audience,
            BoardDocuments documents,
            Directory directory) {
        this.reminders = reminders;
        this.expertises = expertises;
        this.audience = audience;
        this.documents = documents;
        this.directory = directory;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        return reminders
                .find(UUID.fromString(Objects.requireNonNull(letter.refs().get("about"))))
                .filter(reminder ->
                        directory.find(reminder.person()).filter(Person::active).isPresent())
                .flatMap(this::model);
    }

    private Optional<Map<String, Object>> model(BoardReminderTable.Reminder reminder) {
        List<BoardDocuments.Shown> waiting =
                documents.undownloaded(reminder.person(), audience.of(reminder.expertise()), NAMED).stream()
                        .filter(document -> reminder.documents().contains(document.id()))
                        .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : expertises
                        .find(reminder.expertise())
                        .map(expertise -> Map.of(
                                "subjectArguments",
                                List.of(waiting.size(), expertise.title()),
                                "expertise",
                                expertise,
                                "documents",
                                waiting,
                                "link",
                                "/expertises/" + expertise.id()));
    }
}
