package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.SearchWire.Finding;
import io.haina.api.SearchWire.Person;
import io.haina.dialect.Inputs;
import io.haina.filter.Page;
import io.haina.kind.Found;
import io.haina.kind.Search;
import io.haina.staff.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding records of any kind, and people, by a few letters. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "search", description = "Finding records and people by a few letters")
class SearchApi {

    private final Search search;
    private final Profiles profiles;

    SearchApi(Search search, Profiles profiles) {
        this.search = search;
        this.profiles = profiles;
    }

    @GetMapping("/search")
    @Operation(summary = "Records of any kind that one may list, at most 20")
    Items<Finding> find(
            Actor actor,
            @Parameter(description = "two characters or more; fewer find nothing", example = "百炼")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        String words = Inputs.text("q", q);
        List<Found> found = words == null ? List.of() : search.find(actor, words);
        return new Items<>(found.stream()
                .map(each -> new Finding(ApiNames.kind(each.kind()), each.id(), each.name(), each.detail()))
                .toList());
    }

    @GetMapping("/staff/names")
    @Operation(summary = "People who may sign in, to choose from: at most 100, by name")
    Items<Person> names(
            Actor actor,
            @Parameter(description = "a part of a name, user name or phone number")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        return new Items<>(
                profiles.list(actor, Inputs.text("q", q), false, new Page(1, Page.MAXIMUM_SIZE)).rows().stream()
                        .map(each -> new Person(each.id(), each.realName(), each.team()))
                        .toList());
    }
}
