package fr.pli.exchange.notification;

import fr.pli.exchange.platform.Units;
import java.util.EnumSet;
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
        Set<Notice> wanted = EnumSet.allOf(Notice.class);
        jdbc.sql("select notice from unwanted_notice where person = ?")
                .param(person)
                .query(String.class)
                .list()
                .forEach(name -> wanted.removeIf(notice -> notice.name().equals(name)));
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
