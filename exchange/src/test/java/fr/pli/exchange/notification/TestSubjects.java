package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Things of the tests that notices are about; what somebody may not know is hidden from everybody. */
@Component
class TestSubjects implements NoticeSubjects {

    final Set<UUID> hidden = ConcurrentHashMap.newKeySet();

    @Override
    public String owner() {
        return "test";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        return about.stream()
                .filter(id -> !hidden.contains(id))
                .collect(Collectors.toMap(id -> id, id -> new Subject("chose " + id, "/test/" + id)));
    }
}
