using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Paper;

/// <summary>Somebody who was named to type in what is answered on paper in one round.</summary>
internal sealed record RoundTypist(Id<SurveyRound> RoundId, Id<Account> AccountId, string NamedBy);

/// <summary>Somebody outside the line of management who can be named to type in.</summary>
public sealed record NameableTypist(Id<Account> Account, string Name, bool IsNamed);

internal sealed class RoundTypistMapping : IEntityTypeConfiguration<RoundTypist>
{
    public void Configure(EntityTypeBuilder<RoundTypist> typist)
    {
        typist.ToTable("round_typist");
        typist.HasKey(t => new { t.RoundId, t.AccountId });
        typist.PointsAt<RoundTypist, SurveyRound>(t => t.RoundId);
        typist.PointsAt<RoundTypist, Account>(t => t.AccountId);
    }
}

/// <summary>Who types in what is answered on paper: principal social workers, and whom they name for a round.</summary>
internal static class Typists
{
    public static async Task<IReadOnlyList<NameableTypist>> Nameable(FairloadDb db, Id<SurveyRound> id, CancellationToken stop)
    {
        var roles = Enum.GetValues<Role>().Where(r => AccessTable.Of(r, Permission.KeyInAnswers) == Reach.Own).ToList();
        var held = db.Set<AccountGrant>().Where(g => roles.Contains(g.Role)).Select(g => g.AccountId);
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => !a.Disabled && held.Contains(a.Id)).ToListAsync(stop);
        var named = await db.Set<RoundTypist>().Where(t => t.RoundId == id).Select(t => t.AccountId).ToListAsync(stop);
        return
        [
            .. accounts.OrderBy(a => a.Name, StringComparer.CurrentCulture).ThenBy(a => a.Email, StringComparer.Ordinal)
                .Select(a => new NameableTypist(a.Id, a.Name, named.Contains(a.Id))),
        ];
    }

    public static async Task<bool> Includes(FairloadDb db, Id<SurveyRound> id, Reader reader, CancellationToken stop) =>
        reader.May(Permission.PlanSurveys) || (reader.May(Permission.KeyInAnswers) && reader.Account is { } me
            && await db.Set<RoundTypist>().AnyAsync(t => t.RoundId == id && t.AccountId == me, stop));
}
