package fr.pli.expertise.departure;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Departures behind the bell: the name of who leaves, for those whom it concerns (N-6). */
@Component
class DepartureSubjects implements NoticeSubjects {

    private final DepartureReading reading;
    private final Directory directory;

    DepartureSubjects(DepartureReading reading, Directory directory) {
        this.reading = reading;
        this.directory = directory;
    }

    @Override
    public String owner() {
        return "departure";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        var subjects = new HashMap<UUID, Subject>();
        about.forEach(id -> reading.find(reader, id)
                .flatMap(seen -> directory.find(seen.departure().person()))
                .ifPresent(leaver -> subjects.put(id, new Subject(leaver.name(), "/departures/" + id))));
        return subjects;
    }
}
