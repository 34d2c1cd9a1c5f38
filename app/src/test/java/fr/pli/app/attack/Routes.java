package fr.pli.app.attack;

import java.util.List;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All that the main door answers, asked of Spring itself: a new route is in it without anybody thinking of it. */
@Component
public class Routes {

    private final RequestMappingHandlerMapping mapping;

    Routes(@Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** In the order of their addresses. */
    List<Route> all() {
        var all = new TreeSet<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods().isEmpty()
                    ? List.of(RequestMethod.GET, RequestMethod.POST)
                    : List.copyOf(info.getMethodsCondition().getMethods());
            for (String pattern : info.getPatternValues()) {
                for (String plain : Route.plain(pattern)) {
                    methods.forEach(method -> all.add(new Route(method.name(), plain, handler)));
                }
            }
        });
        return List.copyOf(all);
    }

    /** Those with an id, or anything else that could be somebody else's, in their address. */
    List<Route> withIds() {
        return all().stream().filter(route -> !route.variables().isEmpty()).toList();
    }
}
