using Fairload.App.Store;
using Fairload.Core.Caseload.Calibration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload.Calibration;

internal sealed class CalibrationRoundMapping : IEntityTypeConfiguration<CalibrationRound>
{
    public void Configure(EntityTypeBuilder<CalibrationRound> round)
    {
        round.ToTable("calibration_round");
        round.Ignore(r => r.Codes);
    }
}

internal sealed class CalibrationAnswerMapping : IEntityTypeConfiguration<CalibrationAnswer>
{
    public void Configure(EntityTypeBuilder<CalibrationAnswer> answer)
    {
        answer.ToTable("calibration_answer");
        answer.Ignore(a => a.Values);
        answer.PointsAt<CalibrationAnswer, CalibrationRound>(a => a.RoundId);
    }
}

internal sealed class CalibrationFinishMapping : IEntityTypeConfiguration<CalibrationFinish>
{
    public void Configure(EntityTypeBuilder<CalibrationFinish> finish)
    {
        finish.ToTable("calibration_finish");
        finish.PointsAt<CalibrationFinish, CalibrationRound>(f => f.RoundId);
    }
}
