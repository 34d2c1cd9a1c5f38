package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What notices of the bell about designations name: who is on the other side, and the case where it is known (N-6). */
@Component
class DesignationSubjects implements NoticeSubjects {

    static final String OWNER = "designation";

    private final DesignationTable table;
    private final Directory directory;

    DesignationSubjects(DesignationTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    @Override
    public String owner() {
        return OWNER;
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        var subjects = new HashMap<UUID, Subject>();
        for (Designation found : table.findAll(about)) {
            if (found.heldBy(reader.id()) || found.addressedTo(reader.id())) {
                subjects.put(found.id(), new Subject(name(found, reader), "/designations/" + found.id()));
            }
        }
        return subjects;
    }

    private String name(Designation designation, Person reader) {
        UUID other = designation.heldBy(reader.id()) ? designation.expert() : designation.holder();
        String who = directory.find(other).map(Person::name).orElse("");
        String rg = designation.matter().rg();
        return rg == null ? who : who + ", RG " + rg;
    }
}
