using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Actions;

/// <summary>That somebody has voted, and never what.</summary>
internal sealed record FeltVoter(Id<AgreedAction> ActionId, int Round, Id<Worker> WorkerId);

/// <summary>How many said what, and never who.</summary>
internal sealed record FeltCount(Id<AgreedAction> ActionId, int Round, int Felt, int NotFelt, int CannotTell);

/// <summary>What came of a vote.</summary>
internal sealed record FeltRelease(
    Id<AgreedAction> ActionId, int Round, bool IsShown, int? Felt, int? NotFelt, int? CannotTell, int? People, DateOnly ReleasedOn)
{
    public FeltResult Result => new(IsShown, Felt, NotFelt, CannotTell, People);
}

/// <summary>A letter of a week went to an account.</summary>
internal sealed record WeeklyLetter(Id<Account> AccountId, DateOnly Week);

/// <summary>An account wants no weekly letters.</summary>
internal sealed record WeeklyLetterOff(Id<Account> AccountId);

internal sealed class FeltVoterMapping : IEntityTypeConfiguration<FeltVoter>
{
    public void Configure(EntityTypeBuilder<FeltVoter> voter)
    {
        voter.ToTable("felt_voter").HasKey(v => new { v.ActionId, v.Round, v.WorkerId });
        voter.PointsAt<FeltVoter, AgreedAction>(v => v.ActionId);
        voter.PointsAt<FeltVoter, Worker>(v => v.WorkerId);
    }
}

internal sealed class FeltCountMapping : IEntityTypeConfiguration<FeltCount>
{
    public void Configure(EntityTypeBuilder<FeltCount> count)
    {
        count.ToTable("felt_count").HasKey(c => new { c.ActionId, c.Round });
        count.PointsAt<FeltCount, AgreedAction>(c => c.ActionId);
    }
}

internal sealed class FeltReleaseMapping : IEntityTypeConfiguration<FeltRelease>
{
    public void Configure(EntityTypeBuilder<FeltRelease> release)
    {
        release.ToTable("felt_result").HasKey(r => new { r.ActionId, r.Round });
        release.Ignore(r => r.Result);
        release.PointsAt<FeltRelease, AgreedAction>(r => r.ActionId);
    }
}

internal sealed class WeeklyLetterMapping : IEntityTypeConfiguration<WeeklyLetter>
{
    public void Configure(EntityTypeBuilder<WeeklyLetter> letter)
    {
        letter.ToTable("weekly_letter").HasKey(l => new { l.AccountId, l.Week });
        letter.PointsAt<WeeklyLetter, Account>(l => l.AccountId);
    }
}

internal sealed class WeeklyLetterOffMapping : IEntityTypeConfiguration<WeeklyLetterOff>
{
    public void Configure(EntityTypeBuilder<WeeklyLetterOff> off)
    {
        off.ToTable("weekly_letter_off").HasKey(o => o.AccountId);
        off.HasOne<Account>().WithOne().HasForeignKey<WeeklyLetterOff>(o => o.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
