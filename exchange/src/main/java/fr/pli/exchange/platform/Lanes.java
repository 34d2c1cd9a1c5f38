package fr.pli.exchange.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The two lanes, and which of them a task runs in. Tasks are looked up late: they may themselves stage others. */
@Component
class Lanes {

    private final Map<Task.Lane, Lane> lanes;
    private final ObjectProvider<Task> tasks;
    private final Map<String, Lane> laneByTask = new ConcurrentHashMap<>();

    Lanes(ObjectProvider<Lane> lanes, ObjectProvider<Task> tasks) {
        this.lanes = Map.copyOf(lanes.stream().collect(java.util.stream.Collectors.toMap(Lane::kind, lane -> lane)));
        this.tasks = tasks;
    }

    Lane laneOf(String task) {
        return laneByTask.computeIfAbsent(task, this::find);
    }

    Stream<Lane> all() {
        return lanes.values().stream();
    }

    private Lane find(String name) {
        Task task = tasks.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task is named " + name));
        return java.util.Objects.requireNonNull(lanes.get(task.lane()));
    }
}
