using Fairload.App.Supervision;

namespace Fairload.Web.Supervision.Spans;

/// <summary>Managers' load in words.</summary>
internal static class ManagerWords
{
    public static string Teams(Catalogue T, ManagerLine line) =>
        line.Teams.Count == 0 ? T["no team"] : string.Join(", ", line.Teams.Select(t => t.Name));

    public static string Service(Catalogue T, ManagerLine line) =>
        line.Teams.Count > 0 && line.Teams[0].Service.Length > 0 ? line.Teams[0].Service : T["No service named"];

    public static string Fte(Catalogue T, ManagerLine line) => line.Span.FteNotKnown == 0 ? T.Number(line.Span.Fte)
        : T.Count(line.Span.FteNotKnown, "{1}, and {0} not known", "{1}, and {0} not known", T.Number(line.Span.Fte));

    /// <summary>Of those who are named, and of whom nothing is known.</summary>
    public static string Sessions(Catalogue T, ManagerLine line)
    {
        var known = T.Number(Math.Round(line.Span.SessionsAMonth, 1, MidpointRounding.AwayFromZero));
        return line.Span.SessionsNotKnown == 0 ? known
            : T.Count(line.Span.SessionsNotKnown, "{1}, and {0} not known", "{1}, and {0} not known", known);
    }

    public static string Decided(Catalogue T, ManagerLine line) => line.Decisions is not { } did ? T["not known: two people have this name"]
        : T["{0}, {1} to look after in the meantime, {2} replies", did.Allocations, did.Interim, did.Replies];

    public static string Vacant(Catalogue T, ManagerLine line) =>
        line.Vacancies == 0 ? "0" : T["{0} ({1} FTE)", line.Vacancies, T.Number(line.VacantFte)];
}
