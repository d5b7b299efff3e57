namespace Fairload.Core.Workforce.Posts;

/// <summary>Posts and people of a team, a service or the council on a day.</summary>
/// <param name="EstablishedFte">Null where no posts are listed.</param>
/// <param name="InPostFte">Employed there, away or not; null where hours of one of them are not known.</param>
/// <param name="VacantFte">Posts that nobody of the employer's own is in; null where one of the two is not known.</param>
/// <param name="AgencyFte">Null where hours of one of them are not known.</param>
/// <param name="BankFte">As for agency.</param>
/// <param name="Leavers">Who left in the twelve months up to the day, in heads.</param>
/// <param name="InPost">In heads, on the day.</param>
public sealed record PostsHeld(
    decimal? EstablishedFte, decimal? InPostFte, decimal? VacantFte, decimal? AgencyFte, decimal? BankFte, decimal Leavers, decimal InPost)
{
    /// <summary>Vacant and covered by nobody, as far as can be told: agency and bank staff are taken to cover vacancies first.</summary>
    public decimal? UncoveredFte => VacantFte is { } vacant && AgencyFte is { } agency && BankFte is { } bank
        ? Math.Max(0, vacant - agency - bank) : null;

    public Percent? VacancyRate => VacantFte is { } vacant && InPostFte is { } people ? CensusRates.Vacancy(vacant, people).Rate : null;

    public Percent? AgencyRate => AgencyFte is { } agency && InPostFte is { } people ? CensusRates.Agency(agency, people).Rate : null;

    public Percent? TurnoverRate => CensusRates.Turnover(Leavers, InPost).Rate;

    /// <summary>One team. Vacancies are never under nothing.</summary>
    public static PostsHeld OfTeam(
        decimal? established, decimal? inPostFte, decimal? agency, decimal? bank, decimal leavers, decimal inPost) => new(
        established, inPostFte, established is { } posts && inPostFte is { } people ? Math.Max(0, posts - people) : null, agency, bank,
            leavers,
        inPost);

    /// <summary>Several teams. Vacancies of each are added up, so that one team's surplus hides no other's vacancy.</summary>
    public static PostsHeld Sum(IReadOnlyCollection<PostsHeld> parts) => new(
        Total(parts, p => p.EstablishedFte), Total(parts, p => p.InPostFte), Total(parts, p => p.VacantFte), Total(parts, p => p.AgencyFte),
        Total(parts, p => p.BankFte), parts.Sum(p => p.Leavers), parts.Sum(p => p.InPost));

    private static decimal? Total(IReadOnlyCollection<PostsHeld> parts, Func<PostsHeld, decimal?> of) =>
        parts.Count == 0 || parts.Any(p => of(p) is null) ? null : parts.Sum(p => of(p)!.Value);
}
