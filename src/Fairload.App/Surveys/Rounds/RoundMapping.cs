using Fairload.App.Store;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Rounds;

internal sealed class SurveyRoundMapping : IEntityTypeConfiguration<SurveyRound>
{
    public void Configure(EntityTypeBuilder<SurveyRound> round)
    {
        round.ToTable("survey_round");
        round.Ignore(r => r.Background);
        round.Ignore(r => r.LastDay);
        round.Ignore(r => r.IsOfPeople);
    }
}

internal sealed class RoundUnitMapping : IEntityTypeConfiguration<RoundUnit>
{
    public void Configure(EntityTypeBuilder<RoundUnit> unit)
    {
        unit.ToTable("round_unit");
        unit.Ignore(u => u.TeamIds);
        unit.PointsAt<RoundUnit, SurveyRound>(u => u.RoundId);
    }
}

internal sealed class RoundPersonMapping : IEntityTypeConfiguration<RoundPerson>
{
    public void Configure(EntityTypeBuilder<RoundPerson> person)
    {
        person.ToTable("round_person");
        person.PointsAt<RoundPerson, SurveyRound>(p => p.RoundId);
        person.PointsAt<RoundPerson, RoundUnit>(p => p.UnitId);
    }
}

internal sealed class RoundDeliveryMapping : IEntityTypeConfiguration<RoundDelivery>
{
    public void Configure(EntityTypeBuilder<RoundDelivery> delivery)
    {
        delivery.ToTable("round_delivery");
        delivery.PointsAt<RoundDelivery, SurveyRound>(d => d.RoundId);
    }
}

internal sealed class HandedOutMapping : IEntityTypeConfiguration<HandedOut>
{
    public void Configure(EntityTypeBuilder<HandedOut> handedOut)
    {
        handedOut.ToTable("round_handed_out");
        handedOut.HasKey(h => h.UnitId);
        handedOut.PointsAt<HandedOut, RoundUnit>(h => h.UnitId);
        handedOut.PointsAt<HandedOut, SurveyRound>(h => h.RoundId);
    }
}
