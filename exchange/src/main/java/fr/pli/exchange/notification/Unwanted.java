package fr.pli.exchange.notification;

import fr.pli.exchange.platform.Units;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Preferences kept as what is not wanted, so that a new notice is wanted by everybody. */
@Service
class Unwanted implements Preferences {

    private final JdbcClient jdbc;
    private final Units units;

    Unwanted(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    public boolean wants(UUID person, Notice notice) {
        return of(person).contains(notice);
    }

    @Override
    public Set<Notice> of(UUID person) {
        return Objects.requireNonNull(ofAll(List.of(person)).get(person));
    }

    @Override
    public Map<UUID, Set<Notice>> ofAll(Collection<UUID> people) {
        var wanted = new HashMap<UUID, Set<Notice>>();
        people.forEach(person -> wanted.put(person, EnumSet.allOf(Notice.class)));
        if (people.isEmpty()) {
            return wanted;
        }
        jdbc.sql("select person, notice from unwanted_notice where person in (:people)")
                .param("people", wanted.keySet())
                .query(row -> {
                    String name = row.getString("notice");
                    Objects.requireNonNull(wanted.get(row.getObject("person", UUID.class)))
                            .removeIf(notice -> notice.name().equals(name));
                });
        return wanted;
    }

    @Override
    public void replace(UUID person, Set<Notice> wanted) {
        units.run(() -> {
            jdbc.sql("delete from unwanted_notice where person = ?")
                    .param(person)
                    .update();
            for (Notice notice : Notice.values()) {
                if (!wanted.contains(notice)) {
                    jdbc.sql("insert ignore into unwanted_notice (person, notice) values (?, ?)")
                            .params(person, notice.name())
                            .update();
                }
            }
        });
    }
}
