package io.haina.stats;

import java.util.List;

/**
 * How the people of a reach do, over customers reported in a range and held now.
 *
 * @param members most customers first, then by name
 * @param timeline the periods with at least one report, oldest first; their counts add up to the summary's total
 */
public record TeamStats(Figures summary, List<Member> members, List<Point> timeline) {}
