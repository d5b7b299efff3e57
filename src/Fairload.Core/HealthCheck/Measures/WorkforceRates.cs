using Fairload.Core.Workforce.Posts;

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>Who somebody works for the council as.</summary>
public enum StaffBasis
{
    InPost,
    Agency,
    Bank,
}

/// <summary>One person on the day that is counted.</summary>
/// <param name="Fte">Null for not known.</param>
/// <param name="Manager">Staff number of whom they name as manager; null for not known.</param>
public sealed record StaffOnDay(string StaffNumber, StaffBasis Basis, decimal? Fte, bool IsManager, string? Manager);

/// <summary>The posts of a team and who is in post in it.</summary>
/// <param name="Established">Full-time equivalents; null where no posts are listed.</param>
/// <param name="InPost">Full-time equivalents of those in post, away or not, without agency and bank staff; null where one of them is not
/// known.</param>
public sealed record TeamPosts(decimal? Established, decimal? InPost);

/// <summary>Rates of the workforce as the Department for Education defines them for its census.</summary>
/// <remarks>Department for Education, Children and family social work workforce in England: vacancy = vacancies ÷ (vacancies + in post),
/// full-time equivalents; agency = agency ÷ (agency + in post); turnover = leavers in the year ÷ in post at its end. Bank staff, which the
/// census does not know, are counted beside agency.</remarks>
public static class WorkforceRates
{
    /// <summary>Vacancies and all that they are a part of, in full-time equivalents, of the teams of which both posts and people are
    /// known; and how many teams are not.</summary>
    public static (decimal Vacant, decimal Whole, int NotKnown) Vacancies(IEnumerable<TeamPosts> teams)
    {
        var all = teams.ToList();
        var known = all.Where(t => t is { Established: not null, InPost: not null }).ToList();
        var vacant = known.Sum(t => Math.Max(0, t.Established!.Value - t.InPost!.Value));
        var rate = CensusRates.Vacancy(vacant, known.Sum(t => t.InPost!.Value));
        return (rate.Part, rate.Whole, all.Count - known.Count);
    }

    /// <summary>Agency and bank staff, and everybody, in heads.</summary>
    public static (int Agency, int Bank, int All) NotInPost(IReadOnlyCollection<StaffOnDay> staff) =>
        (staff.Count(s => s.Basis == StaffBasis.Agency), staff.Count(s => s.Basis == StaffBasis.Bank), staff.Count);

    /// <summary>People to each manager: those who name one, the managers whom they name, the largest span, and how many name
    /// nobody.</summary>
    public static (int People, int Managers, int Widest, int NotKnown) Spans(IReadOnlyCollection<StaffOnDay> staff)
    {
        var spans = ByManager(staff).ToList();
        var nobody = staff.Count(s => s.Manager is null && !s.IsManager);
        return (spans.Sum(s => s.Count()), spans.Count, spans.Select(s => s.Count()).DefaultIfEmpty(0).Max(), nobody);
    }

    /// <summary>Who names which manager, by the manager's staff number.</summary>
    public static ILookup<string, StaffOnDay> ByManager(IEnumerable<StaffOnDay> staff) =>
        staff.Where(s => s.Manager is not null).ToLookup(s => s.Manager!, StringComparer.Ordinal);

    /// <summary>Cases and the full-time equivalents of those who hold them: of everybody with one case or more and some hours. Who holds
    /// cases and whose hours are not known is left out with their cases, and counted.</summary>
    /// <remarks>Average caseload of the same census, agency staff included.</remarks>
    public static (decimal Cases, decimal Fte, int NotKnown) Caseload(IEnumerable<(decimal Cases, decimal? Fte)> holders)
    {
        var all = holders.Where(h => h.Cases > 0).ToList();
        var known = all.Where(h => h.Fte > 0).ToList();
        var caseload = CensusRates.Caseload(known.Sum(h => h.Cases), known.Sum(h => h.Fte!.Value));
        return (caseload.Part, caseload.Whole, all.Count - known.Count);
    }
}
