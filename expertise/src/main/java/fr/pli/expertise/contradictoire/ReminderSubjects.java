package fr.pli.expertise.contradictoire;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import fr.pli.expertise.dossier.Expertises;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reminders of the board behind the bell: they lead to the expertise, as long as its card is listed. */
@Component
class ReminderSubjects implements NoticeSubjects {

    private final BoardReminderTable reminders;
    private final Expertises expertises;

    ReminderSubjects(BoardReminderTable reminders, Expertises expertises) {
        this.reminders = reminders;
        this.expertises = expertises;
    }

    @Override
    public String owner() {
        return "contradictoire";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        Set<UUID> listed = expertises.listed(reader);
        Map<UUID, Subject> found = new HashMap<>();
        about.forEach(id -> reminders
                .find(id)
                .filter(reminder -> listed.contains(reminder.expertise()))
                .flatMap(reminder -> expertises.find(reminder.expertise()))
                .ifPresent(
                        expertise -> found.put(id, new Subject(expertise.title(), "/expertises/" + expertise.id()))));
        return found;
    }
}
