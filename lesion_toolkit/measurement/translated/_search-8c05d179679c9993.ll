; 5
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@switch.table._ZN14lesion_toolkit11measurement12chord_search7_ascendB3v24B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_298UniTupleIdLi5EEdd5ArrayIdLi2E1C7mutable7alignedE.9 = private unnamed_addr constant [5 x double] [double -1.000000e+00, double -5.000000e-01, double 0.000000e+00, double 5.000000e-01, double 1.000000e+00], align 8

define range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readonly captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readonly captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.starts.0, ptr readnone captures(none) %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr readonly captures(none) %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, double %arg.gap_mm, double %arg.longer_than_mm, ptr readnone captures(none) %arg.pairs.0, ptr readnone captures(none) %arg.pairs.1, i64 %arg.pairs.2, i64 %arg.pairs.3, ptr captures(none) %arg.pairs.4, i64 %arg.pairs.5.0, i64 %arg.pairs.5.1, i64 %arg.pairs.6.0, i64 %arg.pairs.6.1, ptr readnone captures(none) %arg.bounds.0, ptr readnone captures(none) %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr captures(none) %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr readnone captures(none) %arg.buckets.0, ptr readnone captures(none) %arg.buckets.1, i64 %arg.buckets.2, i64 %arg.buckets.3, ptr captures(none) %arg.buckets.4, i64 %arg.buckets.5.0, i64 %arg.buckets.6.0, ptr readnone captures(none) %arg.fans.0, ptr readnone captures(none) %arg.fans.1, i64 %arg.fans.2, i64 %arg.fans.3, ptr captures(none) %arg.fans.4, i64 %arg.fans.5.0, i64 %arg.fans.5.1, i64 %arg.fans.6.0, i64 %arg.fans.6.1, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0:
  %.225 = alloca [5 x double], align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.316 = alloca i64, align 8
  %excinfo.4 = alloca ptr, align 8
  %.358 = alloca [5 x double], align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.458 = alloca [5 x double], align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.569 = alloca [5 x double], align 8
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.78.i = icmp sgt i64 %arg.outline.0.5.0, 0
  br i1 %.78.i, label %B74.lr.ph.i, label %B0.endif

B74.lr.ph.i:                                      ; preds = %B0
  %.227.i = uitofp nneg i64 %arg.outline.0.5.0 to double
  %0 = icmp eq i64 %arg.outline.0.5.0, 1
  br i1 %0, label %B74.lr.ph.B74.epil.preheader_crit_edge.i, label %B74.lr.ph.new.i

B74.lr.ph.B74.epil.preheader_crit_edge.i:         ; preds = %B74.lr.ph.i
  %.pre1.i = shl i64 %arg.outline.0.5.1, 3
  br label %B74.epil.preheader.i

B74.lr.ph.new.i:                                  ; preds = %B74.lr.ph.i
  %unroll_iter.i = and i64 %arg.outline.0.5.0, 9223372036854775806
  %scevgep10.i = getelementptr i8, ptr %arg.outline.0.4, i64 8
  %1 = shl i64 %arg.outline.0.5.1, 4
  %sunkaddr.i = shl i64 %arg.outline.0.5.1, 3
  %2 = add nsw i64 %arg.outline.0.5.0, -2
  %3 = lshr i64 %2, 1
  %4 = add nuw i64 %3, 1
  %5 = icmp eq i64 %3, 0
  br i1 %5, label %B74.i.epil.preheader, label %B74.lr.ph.new.i.new

B74.lr.ph.new.i.new:                              ; preds = %B74.lr.ph.new.i
  %unroll_iter = and i64 %4, -2
  %6 = mul i64 %arg.outline.0.5.1, 24
  br label %B74.i

B74.i:                                            ; preds = %B74.i, %B74.lr.ph.new.i.new
  %lsr.iv = phi i64 [ %lsr.iv.next, %B74.i ], [ %unroll_iter, %B74.lr.ph.new.i.new ]
  %lsr.iv11.i = phi ptr [ %scevgep10.i, %B74.lr.ph.new.i.new ], [ %scevgep12.i.1, %B74.i ]
  %cy.2.0238.i = phi double [ 0.000000e+00, %B74.lr.ph.new.i.new ], [ %.309.1.i.1, %B74.i ]
  %cx.2.0237.i = phi double [ 0.000000e+00, %B74.lr.ph.new.i.new ], [ %.233.1.i.1, %B74.i ]
  %scevgep16.i = getelementptr i8, ptr %lsr.iv11.i, i64 -8
  %.213.i = load double, ptr %scevgep16.i, align 8, !noalias !0
  %.231.i = fdiv double %.213.i, %.227.i
  %.233.i = fadd double %cx.2.0237.i, %.231.i
  %.289.i = load double, ptr %lsr.iv11.i, align 8, !noalias !0
  %.307.i = fdiv double %.289.i, %.227.i
  %.309.i = fadd double %cy.2.0238.i, %.307.i
  %sunkaddr17.i = getelementptr i8, ptr %lsr.iv11.i, i64 %sunkaddr.i
  %sunkaddr18.i = getelementptr i8, ptr %sunkaddr17.i, i64 -8
  %.213.1.i = load double, ptr %sunkaddr18.i, align 8, !noalias !0
  %.231.1.i = fdiv double %.213.1.i, %.227.i
  %.233.1.i = fadd double %.233.i, %.231.1.i
  %.289.1.i = load double, ptr %sunkaddr17.i, align 8, !noalias !0
  %.307.1.i = fdiv double %.289.1.i, %.227.i
  %.309.1.i = fadd double %.309.i, %.307.1.i
  %scevgep12.i = getelementptr i8, ptr %lsr.iv11.i, i64 %1
  %scevgep16.i.1 = getelementptr i8, ptr %scevgep12.i, i64 -8
  %.213.i.1 = load double, ptr %scevgep16.i.1, align 8, !noalias !0
  %.231.i.1 = fdiv double %.213.i.1, %.227.i
  %.233.i.1 = fadd double %.233.1.i, %.231.i.1
  %.289.i.1 = load double, ptr %scevgep12.i, align 8, !noalias !0
  %.307.i.1 = fdiv double %.289.i.1, %.227.i
  %.309.i.1 = fadd double %.309.1.i, %.307.i.1
  %scevgep = getelementptr i8, ptr %lsr.iv11.i, i64 %6
  %scevgep8 = getelementptr i8, ptr %scevgep, i64 -8
  %.213.1.i.1 = load double, ptr %scevgep8, align 8, !noalias !0
  %.231.1.i.1 = fdiv double %.213.1.i.1, %.227.i
  %.233.1.i.1 = fadd double %.233.i.1, %.231.1.i.1
  %.289.1.i.1 = load double, ptr %scevgep, align 8, !noalias !0
  %.307.1.i.1 = fdiv double %.289.1.i.1, %.227.i
  %.309.1.i.1 = fadd double %.309.i.1, %.307.1.i.1
  %scevgep12.i.1 = getelementptr i8, ptr %scevgep12.i, i64 %1
  %lsr.iv.next = add i64 %lsr.iv, -2
  %niter.ncmp.1 = icmp eq i64 %lsr.iv.next, 0
  br i1 %niter.ncmp.1, label %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, label %B74.i

B250.backedge.preheader.unr-lcssa.i.unr-lcssa:    ; preds = %B74.i
  %7 = and i64 %4, 1
  %lcmp.mod.not = icmp eq i64 %7, 0
  br i1 %lcmp.mod.not, label %B250.backedge.preheader.unr-lcssa.i, label %B74.i.epil.preheader

B74.i.epil.preheader:                             ; preds = %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, %B74.lr.ph.new.i
  %lsr.iv11.i.epil.init = phi ptr [ %scevgep10.i, %B74.lr.ph.new.i ], [ %scevgep12.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %cy.2.0238.i.epil.init = phi double [ 0.000000e+00, %B74.lr.ph.new.i ], [ %.309.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %cx.2.0237.i.epil.init = phi double [ 0.000000e+00, %B74.lr.ph.new.i ], [ %.233.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ]
  %scevgep16.i.epil = getelementptr i8, ptr %lsr.iv11.i.epil.init, i64 -8
  %.213.i.epil = load double, ptr %scevgep16.i.epil, align 8, !noalias !0
  %.231.i.epil = fdiv double %.213.i.epil, %.227.i
  %.233.i.epil = fadd double %cx.2.0237.i.epil.init, %.231.i.epil
  %.289.i.epil = load double, ptr %lsr.iv11.i.epil.init, align 8, !noalias !0
  %.307.i.epil = fdiv double %.289.i.epil, %.227.i
  %.309.i.epil = fadd double %cy.2.0238.i.epil.init, %.307.i.epil
  %sunkaddr17.i.epil = getelementptr i8, ptr %lsr.iv11.i.epil.init, i64 %sunkaddr.i
  %sunkaddr18.i.epil = getelementptr i8, ptr %sunkaddr17.i.epil, i64 -8
  %.213.1.i.epil = load double, ptr %sunkaddr18.i.epil, align 8, !noalias !0
  %.231.1.i.epil = fdiv double %.213.1.i.epil, %.227.i
  %.233.1.i.epil = fadd double %.233.i.epil, %.231.1.i.epil
  %.289.1.i.epil = load double, ptr %sunkaddr17.i.epil, align 8, !noalias !0
  %.307.1.i.epil = fdiv double %.289.1.i.epil, %.227.i
  %.309.1.i.epil = fadd double %.309.i.epil, %.307.1.i.epil
  br label %B250.backedge.preheader.unr-lcssa.i

B250.backedge.preheader.unr-lcssa.i:              ; preds = %B250.backedge.preheader.unr-lcssa.i.unr-lcssa, %B74.i.epil.preheader
  %.233.1.i.lcssa = phi double [ %.233.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ], [ %.233.1.i.epil, %B74.i.epil.preheader ]
  %.309.1.i.lcssa = phi double [ %.309.1.i.1, %B250.backedge.preheader.unr-lcssa.i.unr-lcssa ], [ %.309.1.i.epil, %B74.i.epil.preheader ]
  %8 = and i64 %arg.outline.0.5.0, 1
  %lcmp.mod.not.i = icmp eq i64 %8, 0
  br i1 %lcmp.mod.not.i, label %B250.backedge.preheader.i, label %B74.epil.preheader.i

B74.epil.preheader.i:                             ; preds = %B250.backedge.preheader.unr-lcssa.i, %B74.lr.ph.B74.epil.preheader_crit_edge.i
  %.pre.pre-phi.i = phi i64 [ %.pre1.i, %B74.lr.ph.B74.epil.preheader_crit_edge.i ], [ %sunkaddr.i, %B250.backedge.preheader.unr-lcssa.i ]
  %cy.2.0238.epil.init.i = phi double [ 0.000000e+00, %B74.lr.ph.B74.epil.preheader_crit_edge.i ], [ %.309.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %cx.2.0237.epil.init.i = phi double [ 0.000000e+00, %B74.lr.ph.B74.epil.preheader_crit_edge.i ], [ %.233.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %.128233235.epil.init.i = phi i64 [ 0, %B74.lr.ph.B74.epil.preheader_crit_edge.i ], [ %unroll_iter.i, %B250.backedge.preheader.unr-lcssa.i ]
  %.208.epil.i = mul i64 %.128233235.epil.init.i, %arg.outline.0.5.1
  %.212.epil.i = getelementptr double, ptr %arg.outline.0.4, i64 %.208.epil.i
  %.213.epil.i = load double, ptr %.212.epil.i, align 8, !noalias !0
  %.231.epil.i = fdiv double %.213.epil.i, %.227.i
  %.233.epil.i = fadd double %cx.2.0237.epil.init.i, %.231.epil.i
  %.288.epil.i = getelementptr i8, ptr %.212.epil.i, i64 8
  %.289.epil.i = load double, ptr %.288.epil.i, align 8, !noalias !0
  %.307.epil.i = fdiv double %.289.epil.i, %.227.i
  %.309.epil.i = fadd double %cy.2.0238.epil.init.i, %.307.epil.i
  br label %B250.backedge.preheader.i

B250.backedge.preheader.i:                        ; preds = %B74.epil.preheader.i, %B250.backedge.preheader.unr-lcssa.i
  %.pre-phi.i = phi i64 [ %.pre.pre-phi.i, %B74.epil.preheader.i ], [ %sunkaddr.i, %B250.backedge.preheader.unr-lcssa.i ]
  %.233.lcssa.i = phi double [ %.233.epil.i, %B74.epil.preheader.i ], [ %.233.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %.309.lcssa.i = phi double [ %.309.epil.i, %B74.epil.preheader.i ], [ %.309.1.i.lcssa, %B250.backedge.preheader.unr-lcssa.i ]
  %scevgep.i = getelementptr i8, ptr %arg.outline.0.4, i64 8
  br label %B250.backedge.i

B370.loopexit.i:                                  ; preds = %B250.backedge.i
  %9 = fadd double %.11.i.i, 0x3EB0C6F7A0B5ED8D
  br label %B0.endif

B250.backedge.i:                                  ; preds = %B250.backedge.i, %B250.backedge.preheader.i
  %lsr.iv9.i = phi i64 [ %arg.outline.0.5.0, %B250.backedge.preheader.i ], [ %lsr.iv.next.i, %B250.backedge.i ]
  %lsr.iv.i = phi ptr [ %scevgep.i, %B250.backedge.preheader.i ], [ %scevgep7.i, %B250.backedge.i ]
  %farthest.2.0249.i = phi double [ 0.000000e+00, %B250.backedge.preheader.i ], [ %.11.i.i, %B250.backedge.i ]
  %scevgep8.i = getelementptr i8, ptr %lsr.iv.i, i64 -8
  %.506.i = load double, ptr %scevgep8.i, align 8, !noalias !0
  %.508.i = fsub double %.506.i, %.233.lcssa.i
  %.562.i = load double, ptr %lsr.iv.i, align 8, !noalias !0
  %.564.i = fsub double %.562.i, %.309.lcssa.i
  %.6.i.i = tail call double @hypot(double %.508.i, double %.564.i), !noalias !3
  %.10.i.i = fcmp ogt double %.6.i.i, %farthest.2.0249.i
  %.11.i.i = select i1 %.10.i.i, double %.6.i.i, double %farthest.2.0249.i
  %scevgep7.i = getelementptr i8, ptr %lsr.iv.i, i64 %.pre-phi.i
  %lsr.iv.next.i = add i64 %lsr.iv9.i, -1
  %exitcond256.not.i = icmp eq i64 %lsr.iv.next.i, 0
  br i1 %exitcond256.not.i, label %B370.loopexit.i, label %B250.backedge.i

B246:                                             ; preds = %B0.endif.endif.endif.endif.endif
  br label %B266

B266:                                             ; preds = %B0.endif.endif.endif.endif.endif, %B246
  %best.5.sroa.32.0 = phi double [ %.414.fca.4.load, %B246 ], [ %.269.fca.4.load, %B0.endif.endif.endif.endif.endif ]
  %best.5.sroa.24.0 = phi double [ %.414.fca.3.load, %B246 ], [ %.269.fca.3.load, %B0.endif.endif.endif.endif.endif ]
  %best.5.sroa.16.0 = phi double [ %.414.fca.2.load, %B246 ], [ %.269.fca.2.load, %B0.endif.endif.endif.endif.endif ]
  %best.5.sroa.8.0 = phi double [ %.414.fca.1.load, %B246 ], [ %.269.fca.1.load, %B0.endif.endif.endif.endif.endif ]
  %best.5.sroa.0.0 = phi double [ %.414.fca.0.load, %B246 ], [ %.269.fca.0.load, %B0.endif.endif.endif.endif.endif ]
  %floor.2.0 = phi double [ %.414.fca.0.load, %B246 ], [ %.11.i, %B0.endif.endif.endif.endif.endif ]
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %.458, i8 0, i64 40, i1 false)
  %.502 = call i32 @called_1(ptr nonnull %.458, ptr nonnull %excinfo.6, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr %arg.starts.0, ptr %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr %arg.circles.0, ptr %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, double %farthest.2.0.lcssa.i, double %arg.gap_mm, double %floor.2.0, ptr %arg.fans.0, ptr %arg.fans.1, i64 %arg.fans.2, i64 %arg.fans.3, ptr %arg.fans.4, i64 %arg.fans.5.0, i64 %arg.fans.5.1, i64 %arg.fans.6.0, i64 %arg.fans.6.1, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %.512.fca.0.load = load double, ptr %.458, align 8
  %sunkaddr = getelementptr inbounds i8, ptr %.458, i64 8
  %.512.fca.1.load = load double, ptr %sunkaddr, align 8
  %sunkaddr9 = getelementptr inbounds i8, ptr %.458, i64 16
  %.512.fca.2.load = load double, ptr %sunkaddr9, align 8
  %sunkaddr10 = getelementptr inbounds i8, ptr %.458, i64 24
  %.512.fca.3.load = load double, ptr %sunkaddr10, align 8
  %sunkaddr11 = getelementptr inbounds i8, ptr %.458, i64 32
  %.512.fca.4.load = load double, ptr %sunkaddr11, align 8
  %cond3 = icmp eq i32 %.502, 0
  br i1 %cond3, label %B266.endif, label %B266.if.if, !prof !6

B334:                                             ; preds = %B266.endif
  br label %B338

B338:                                             ; preds = %B266.endif, %B334
  %best.4.sroa.52.0 = phi double [ %.512.fca.4.load, %B334 ], [ %best.5.sroa.32.0, %B266.endif ]
  %best.4.sroa.39.0 = phi double [ %.512.fca.3.load, %B334 ], [ %best.5.sroa.24.0, %B266.endif ]
  %best.4.sroa.26.0 = phi double [ %.512.fca.2.load, %B334 ], [ %best.5.sroa.16.0, %B266.endif ]
  %best.4.sroa.13.0 = phi double [ %.512.fca.1.load, %B334 ], [ %best.5.sroa.8.0, %B266.endif ]
  %best.4.sroa.0.0 = phi double [ %.512.fca.0.load, %B334 ], [ %best.5.sroa.0.0, %B266.endif ]
  %.551 = fcmp ogt double %arg.gap_mm, 0.000000e+00
  %.558 = fcmp ogt double %best.4.sroa.0.0, 0.000000e+00
  %or.cond = select i1 %.551, i1 %.558, i1 false
  br i1 %or.cond, label %B374, label %B418

B374:                                             ; preds = %B338
  %.562 = fmul double %farthest.2.0.lcssa.i, 2.000000e+00
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %.569, i8 0, i64 40, i1 false)
  %.608 = call i32 @called_2(ptr nonnull %.569, ptr nonnull %excinfo.7, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %best.4.sroa.0.0, double %best.4.sroa.13.0, double %best.4.sroa.26.0, double %best.4.sroa.39.0, double %best.4.sroa.52.0, double %arg.gap_mm, double %.562, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %.618.fca.0.load = load double, ptr %.569, align 8
  %sunkaddr12 = getelementptr inbounds i8, ptr %.569, i64 8
  %.618.fca.1.load = load double, ptr %sunkaddr12, align 8
  %sunkaddr13 = getelementptr inbounds i8, ptr %.569, i64 16
  %.618.fca.2.load = load double, ptr %sunkaddr13, align 8
  %sunkaddr14 = getelementptr inbounds i8, ptr %.569, i64 24
  %.618.fca.3.load = load double, ptr %sunkaddr14, align 8
  %sunkaddr15 = getelementptr inbounds i8, ptr %.569, i64 32
  %.618.fca.4.load = load double, ptr %sunkaddr15, align 8
  %cond4 = icmp eq i32 %.608, 0
  br i1 %cond4, label %B418, label %B374.if.if, !prof !6

common.ret:                                       ; preds = %B374.if.if, %B266.if.if, %B0.endif.endif.endif.endif.if.if, %B0.endif.endif.endif.if.if, %B0.endif.if.if, %B418
  %common.ret.op = phi i32 [ 0, %B418 ], [ %.608, %B374.if.if ], [ %.259, %B0.endif.if.if ], [ %.502, %B266.if.if ], [ %.332, %B0.endif.endif.endif.if.if ], [ %.404, %B0.endif.endif.endif.endif.if.if ]
  ret i32 %common.ret.op

B418:                                             ; preds = %B374, %B338
  %best.6.sroa.40.0 = phi double [ %best.4.sroa.52.0, %B338 ], [ %.618.fca.4.load, %B374 ]
  %best.6.sroa.30.0 = phi double [ %best.4.sroa.39.0, %B338 ], [ %.618.fca.3.load, %B374 ]
  %best.6.sroa.20.0 = phi double [ %best.4.sroa.26.0, %B338 ], [ %.618.fca.2.load, %B374 ]
  %best.6.sroa.10.0 = phi double [ %best.4.sroa.13.0, %B338 ], [ %.618.fca.1.load, %B374 ]
  %best.6.sroa.0.0 = phi double [ %best.4.sroa.0.0, %B338 ], [ %.618.fca.0.load, %B374 ]
  store double %best.6.sroa.0.0, ptr %retptr, align 8
  %retptr.repack582 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.6.sroa.10.0, ptr %retptr.repack582, align 8
  %retptr.repack584 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.6.sroa.20.0, ptr %retptr.repack584, align 8
  %retptr.repack586 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.6.sroa.30.0, ptr %retptr.repack586, align 8
  %retptr.repack588 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.6.sroa.40.0, ptr %retptr.repack588, align 8
  br label %common.ret

B0.endif:                                         ; preds = %B370.loopexit.i, %B0
  %cy.2.0.lcssa261.i = phi double [ %.309.lcssa.i, %B370.loopexit.i ], [ 0.000000e+00, %B0 ]
  %cx.2.0.lcssa260.i = phi double [ %.233.lcssa.i, %B370.loopexit.i ], [ 0.000000e+00, %B0 ]
  %farthest.2.0.lcssa.i = phi double [ %9, %B370.loopexit.i ], [ 0x3EB0C6F7A0B5ED8D, %B0 ]
  %.fca.4.gep95 = getelementptr inbounds nuw i8, ptr %.225, i64 32
  %.fca.3.gep94 = getelementptr inbounds nuw i8, ptr %.225, i64 24
  %.fca.2.gep93 = getelementptr inbounds nuw i8, ptr %.225, i64 16
  %.fca.1.gep92 = getelementptr inbounds nuw i8, ptr %.225, i64 8
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %.225, i8 0, i64 40, i1 false)
  %.259 = call i32 @called_3(ptr nonnull %.225, ptr nonnull %excinfo.2, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %cx.2.0.lcssa260.i, double %cy.2.0.lcssa261.i, double %farthest.2.0.lcssa.i, double %arg.gap_mm, double %arg.longer_than_mm, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %.269.fca.0.load = load double, ptr %.225, align 8
  %.269.fca.1.load = load double, ptr %.fca.1.gep92, align 8
  %.269.fca.2.load = load double, ptr %.fca.2.gep93, align 8
  %.269.fca.3.load = load double, ptr %.fca.3.gep94, align 8
  %.269.fca.4.load = load double, ptr %.fca.4.gep95, align 8
  %cond = icmp eq i32 %.259, 0
  br i1 %cond, label %B0.endif.endif.endif, label %B0.endif.if.if, !prof !6

B0.endif.if.if:                                   ; preds = %B0.endif
  %.267 = icmp sgt i32 %.259, 0
  %.260 = load ptr, ptr %excinfo.2, align 8
  %.268 = select i1 %.267, ptr %.260, ptr undef
  store ptr %.268, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif:                             ; preds = %B0.endif
  %.10.i = fcmp ogt double %arg.longer_than_mm, %.269.fca.0.load
  %.11.i = select i1 %.10.i, double %arg.longer_than_mm, double %.269.fca.0.load
  store i64 0, ptr %.316, align 8
  %.332 = call i32 @called_4(ptr nonnull %.316, ptr nonnull %excinfo.4, ptr %arg.circles.0, ptr %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, double %.11.i, ptr %arg.pairs.0, ptr %arg.pairs.1, i64 %arg.pairs.2, i64 %arg.pairs.3, ptr %arg.pairs.4, i64 %arg.pairs.5.0, i64 %arg.pairs.5.1, i64 %arg.pairs.6.0, i64 %arg.pairs.6.1, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.buckets.0, ptr %arg.buckets.1, i64 %arg.buckets.2, i64 %arg.buckets.3, ptr %arg.buckets.4, i64 %arg.buckets.5.0, i64 %arg.buckets.6.0)
  %cond1 = icmp eq i32 %.332, 0
  br i1 %cond1, label %B0.endif.endif.endif.endif, label %B0.endif.endif.endif.if.if, !prof !6

B0.endif.endif.endif.endif:                       ; preds = %B0.endif.endif.endif
  %.342 = load i64, ptr %.316, align 8
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %.358, i8 0, i64 40, i1 false)
  %.404 = call i32 @called_5(ptr nonnull %.358, ptr nonnull %excinfo.5, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr %arg.starts.0, ptr %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr %arg.circles.0, ptr %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, ptr %arg.pairs.0, ptr %arg.pairs.1, i64 %arg.pairs.2, i64 %arg.pairs.3, ptr %arg.pairs.4, i64 %arg.pairs.5.0, i64 %arg.pairs.5.1, i64 %arg.pairs.6.0, i64 %arg.pairs.6.1, i64 %.342, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, double %arg.gap_mm, double %.11.i, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %.414.fca.0.load = load double, ptr %.358, align 8
  %sunkaddr16 = getelementptr inbounds i8, ptr %.358, i64 8
  %.414.fca.1.load = load double, ptr %sunkaddr16, align 8
  %sunkaddr17 = getelementptr inbounds i8, ptr %.358, i64 16
  %.414.fca.2.load = load double, ptr %sunkaddr17, align 8
  %sunkaddr18 = getelementptr inbounds i8, ptr %.358, i64 24
  %.414.fca.3.load = load double, ptr %sunkaddr18, align 8
  %sunkaddr19 = getelementptr inbounds i8, ptr %.358, i64 32
  %.414.fca.4.load = load double, ptr %sunkaddr19, align 8
  %cond2 = icmp eq i32 %.404, 0
  br i1 %cond2, label %B0.endif.endif.endif.endif.endif, label %B0.endif.endif.endif.endif.if.if, !prof !6

B0.endif.endif.endif.if.if:                       ; preds = %B0.endif.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif.endif.endif:                 ; preds = %B0.endif.endif.endif.endif
  %.429 = fcmp ogt double %.414.fca.0.load, %.11.i
  br i1 %.429, label %B246, label %B266

B0.endif.endif.endif.endif.if.if:                 ; preds = %B0.endif.endif.endif.endif
  %.412 = icmp sgt i32 %.404, 0
  %.405 = load ptr, ptr %excinfo.5, align 8
  %.413 = select i1 %.412, ptr %.405, ptr undef
  store ptr %.413, ptr %excinfo, align 8
  br label %common.ret

B266.endif:                                       ; preds = %B266
  %.534 = fcmp ogt double %.512.fca.0.load, %floor.2.0
  br i1 %.534, label %B334, label %B338

B266.if.if:                                       ; preds = %B266
  %.510 = icmp sgt i32 %.502, 0
  %.503 = load ptr, ptr %excinfo.6, align 8
  %.511 = select i1 %.510, ptr %.503, ptr undef
  store ptr %.511, ptr %excinfo, align 8
  br label %common.ret

B374.if.if:                                       ; preds = %B374
  %.616 = icmp sgt i32 %.608, 0
  %.609 = load ptr, ptr %excinfo.7, align 8
  %.617 = select i1 %.616, ptr %.609, ptr undef
  store ptr %.617, ptr %excinfo, align 8
  br label %common.ret
}

declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

declare double @hypot(double, double) local_unnamed_addr #2

define linkonce_odr range(i32 -1, -2) i32 @called_3(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.cx, double %arg.cy, double %arg.radius, double %arg.gap_mm, double %arg.floor, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #3 {
B194.endif.endif.lr.ph:
  %.605 = alloca i64, align 8
  %excinfo.5 = alloca ptr, align 8
  %.10.i = fcmp olt double %arg.outline.7, %arg.outline.6
  %.11.i = select i1 %.10.i, double %arg.outline.7, double %arg.outline.6
  %.152 = fmul double %.11.i, 2.000000e+00
  %.158 = fdiv double %arg.radius, 1.200000e+01
  %.10.i5 = fcmp ogt double %.158, %.152
  %.11.i6 = select i1 %.10.i5, double %.158, double %.152
  %.195 = fdiv double %arg.radius, %.11.i6
  %.5.i = fptosi double %.195 to i64
  %.380 = sub i64 0, %.5.i
  %reass.add = shl i64 %.5.i, 1
  %.420 = icmp slt i64 %reass.add, 0
  %.419 = or disjoint i64 %reass.add, 1
  %storemerge = select i1 %.420, i64 0, i64 %.419
  %.462407 = icmp sgt i64 %storemerge, 0
  %.508 = fmul double %arg.radius, %arg.radius
  br i1 %.462407, label %B194.endif.endif.us.preheader, label %B718

B194.endif.endif.us.preheader:                    ; preds = %B194.endif.endif.lr.ph
  %.349.i = fadd double %arg.gap_mm, 1.000000e-09
  %0 = shl i64 %arg.found.5.1, 3
  %1 = getelementptr i8, ptr %arg.found.4, i64 %0
  %scevgep.i = getelementptr i8, ptr %1, i64 8
  br label %B194.endif.endif.us

common.ret:                                       ; preds = %B482.if.if, %B718
  %common.ret.op = phi i32 [ 0, %B718 ], [ %.639.us, %B482.if.if ]
  ret i32 %common.ret.op

B718:                                             ; preds = %B362.B192.loopexit_crit_edge.us, %B194.endif.endif.lr.ph
  %best.2.sroa.44.0.lcssa = phi double [ 0.000000e+00, %B194.endif.endif.lr.ph ], [ %best.4.sroa.32.2.us, %B362.B192.loopexit_crit_edge.us ]
  %best.2.sroa.33.0.lcssa = phi double [ 0.000000e+00, %B194.endif.endif.lr.ph ], [ %best.4.sroa.24.2.us, %B362.B192.loopexit_crit_edge.us ]
  %best.2.sroa.22.0.lcssa = phi double [ 0.000000e+00, %B194.endif.endif.lr.ph ], [ %best.4.sroa.16.2.us, %B362.B192.loopexit_crit_edge.us ]
  %best.2.sroa.11.0.lcssa = phi double [ 0.000000e+00, %B194.endif.endif.lr.ph ], [ %best.4.sroa.8.2.us, %B362.B192.loopexit_crit_edge.us ]
  %best.2.sroa.0.0.lcssa = phi double [ 0.000000e+00, %B194.endif.endif.lr.ph ], [ %best.4.sroa.0.2.us, %B362.B192.loopexit_crit_edge.us ]
  store double %best.2.sroa.0.0.lcssa, ptr %retptr, align 8
  %retptr.repack357 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.2.sroa.11.0.lcssa, ptr %retptr.repack357, align 8
  %retptr.repack359 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.2.sroa.22.0.lcssa, ptr %retptr.repack359, align 8
  %retptr.repack361 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.2.sroa.33.0.lcssa, ptr %retptr.repack361, align 8
  %retptr.repack363 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.2.sroa.44.0.lcssa, ptr %retptr.repack363, align 8
  br label %common.ret

B194.endif.endif.us:                              ; preds = %B362.B192.loopexit_crit_edge.us, %B194.endif.endif.us.preheader
  %best.2.sroa.0.0445.us = phi double [ %best.4.sroa.0.2.us, %B362.B192.loopexit_crit_edge.us ], [ 0.000000e+00, %B194.endif.endif.us.preheader ]
  %best.2.sroa.11.0444.us = phi double [ %best.4.sroa.8.2.us, %B362.B192.loopexit_crit_edge.us ], [ 0.000000e+00, %B194.endif.endif.us.preheader ]
  %best.2.sroa.22.0443.us = phi double [ %best.4.sroa.16.2.us, %B362.B192.loopexit_crit_edge.us ], [ 0.000000e+00, %B194.endif.endif.us.preheader ]
  %best.2.sroa.33.0442.us = phi double [ %best.4.sroa.24.2.us, %B362.B192.loopexit_crit_edge.us ], [ 0.000000e+00, %B194.endif.endif.us.preheader ]
  %best.2.sroa.44.0441.us = phi double [ %best.4.sroa.32.2.us, %B362.B192.loopexit_crit_edge.us ], [ 0.000000e+00, %B194.endif.endif.us.preheader ]
  %longest.3.0440.us = phi double [ %longest.4.2.us, %B362.B192.loopexit_crit_edge.us ], [ %arg.floor, %B194.endif.endif.us.preheader ]
  %.320426438.us = phi i64 [ %.327.us, %B362.B192.loopexit_crit_edge.us ], [ 0, %B194.endif.endif.us.preheader ]
  %.327.us = add nuw nsw i64 %.320426438.us, 1
  %.364.us = uitofp nneg i64 %.320426438.us to double
  %.365.us = fmul double %.364.us, 0x400921FB54442D18
  %.370.us = fdiv double %.365.us, 2.400000e+01
  %.371.us = tail call double @llvm.cos.f64(double %.370.us)
  %.372.us = tail call double @llvm.sin.f64(double %.370.us)
  br label %B364.endif.us

B364.endif.us:                                    ; preds = %B719.us, %B194.endif.endif.us
  %best.3.sroa.0.1415.us = phi double [ %best.2.sroa.0.0445.us, %B194.endif.endif.us ], [ %best.4.sroa.0.2.us, %B719.us ]
  %best.3.sroa.14.1414.us = phi double [ %best.2.sroa.11.0444.us, %B194.endif.endif.us ], [ %best.4.sroa.8.2.us, %B719.us ]
  %best.3.sroa.28.1413.us = phi double [ %best.2.sroa.22.0443.us, %B194.endif.endif.us ], [ %best.4.sroa.16.2.us, %B719.us ]
  %best.3.sroa.42.1412.us = phi double [ %best.2.sroa.33.0442.us, %B194.endif.endif.us ], [ %best.4.sroa.24.2.us, %B719.us ]
  %best.3.sroa.56.1411.us = phi double [ %best.2.sroa.44.0441.us, %B194.endif.endif.us ], [ %best.4.sroa.32.2.us, %B719.us ]
  %longest.2.1410.us = phi double [ %longest.3.0440.us, %B194.endif.endif.us ], [ %longest.4.2.us, %B719.us ]
  %.461401409.us = phi i64 [ %storemerge, %B194.endif.endif.us ], [ %.471.us, %B719.us ]
  %.468404408.us = phi i64 [ %.380, %B194.endif.endif.us ], [ %.475.us, %B719.us ]
  %.471.us = add nsw i64 %.461401409.us, -1
  %.475.us = add i64 %.468404408.us, 1
  %.501.us = sitofp i64 %.468404408.us to double
  %.502.us = fmul double %.11.i6, %.501.us
  %.511.us = fmul double %.502.us, %.502.us
  %.512.us = fsub double %.508, %.511.us
  %.10.i7 = fcmp olt double %.512.us, 0.000000e+00
  %.11.i8 = select i1 %.10.i7, double 0.000000e+00, double %.512.us
  %sqrt = tail call double @llvm.sqrt.f64(double %.11.i8)
  %.546.us = fmul double %sqrt, 2.000000e+00
  %.548.us = fcmp ugt double %.546.us, %longest.2.1410.us
  br i1 %.548.us, label %B482.us, label %B719.us

B482.us:                                          ; preds = %B364.endif.us
  %.579.us = fmul double %.372.us, %.502.us
  %.581.us = fsub double %arg.cx, %.579.us
  %.584.us = fmul double %.371.us, %.502.us
  %.588.us = fadd double %arg.cy, %.584.us
  %.597.us = fneg double %sqrt
  store i64 0, ptr %.605, align 8
  %.639.us = call i32 @called_6(ptr nonnull %.605, ptr nonnull %excinfo.5, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.581.us, double %.588.us, double %.371.us, double %.372.us, double %.597.us, double %sqrt, double 0x7FF0000000000000, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %cond = icmp eq i32 %.639.us, 0
  br i1 %cond, label %B482.endif.us, label %B482.if.if, !prof !6

B482.endif.us:                                    ; preds = %B482.us
  %.649.us = load i64, ptr %.605, align 8
  %.26.i = icmp eq i64 %.649.us, 0
  br i1 %.26.i, label %B482.endif.endif.us, label %B20.endif.i

B94.i:                                            ; preds = %B94.i.preheader, %B94.i
  %lsr.iv3.i = phi i64 [ %lsr.iv.next.i, %B94.i ], [ %.197.i, %B94.i.preheader ]
  %lsr.iv.i = phi ptr [ %scevgep1.i, %B94.i ], [ %scevgep.i, %B94.i.preheader ]
  %best_start.2.0175.i = phi double [ %best_start.3.1.i, %B94.i ], [ %.91.i, %B94.i.preheader ]
  %best_end.2.0174.i = phi double [ %best_end.3.1.i, %B94.i ], [ %.145.i, %B94.i.preheader ]
  %start.3.0173.i = phi double [ %start.2.1.i, %B94.i ], [ %.91.i, %B94.i.preheader ]
  %end.2.0172.i = phi double [ %.474.i, %B94.i ], [ %.145.i, %B94.i.preheader ]
  %scevgep2.i = getelementptr i8, ptr %lsr.iv.i, i64 -8
  %.343.i = load double, ptr %scevgep2.i, align 8, !noalias !7
  %.345.i = fsub double %.343.i, %end.2.0172.i
  %.350.i = fcmp ogt double %.345.i, %.349.i
  %start.2.1.i = select i1 %.350.i, double %.343.i, double %start.3.0173.i
  %.474.i = load double, ptr %lsr.iv.i, align 8, !noalias !7
  %.480.i = fsub double %.474.i, %start.2.1.i
  %.483.i = fsub double %best_end.2.0174.i, %best_start.2.0175.i
  %.488.i = fcmp ogt double %.480.i, %.483.i
  %best_end.3.1.i = select i1 %.488.i, double %.474.i, double %best_end.2.0174.i
  %best_start.3.1.i = select i1 %.488.i, double %start.2.1.i, double %best_start.2.0175.i
  %scevgep1.i = getelementptr i8, ptr %lsr.iv.i, i64 %0
  %lsr.iv.next.i = add i64 %lsr.iv3.i, -1
  %exitcond.not.i = icmp eq i64 %lsr.iv.next.i, 0
  br i1 %exitcond.not.i, label %B482.endif.endif.us, label %B94.i

B20.endif.i:                                      ; preds = %B482.endif.us
  %.91.i = load double, ptr %arg.found.4, align 8, !noalias !7
  %sunkaddr1 = getelementptr i8, ptr %arg.found.4, i64 8
  %.145.i = load double, ptr %sunkaddr1, align 8, !noalias !7
  %.197.i = add i64 %.649.us, -1
  %.242169.not.i = icmp slt i64 %.197.i, 1
  br i1 %.242169.not.i, label %B482.endif.endif.us, label %B94.i.preheader

B94.i.preheader:                                  ; preds = %B20.endif.i
  br label %B94.i

B482.endif.endif.us:                              ; preds = %B94.i, %B20.endif.i, %B482.endif.us
  %.664.sroa.0.3 = phi double [ 0.000000e+00, %B482.endif.us ], [ %.91.i, %B20.endif.i ], [ %best_start.3.1.i, %B94.i ]
  %.664.sroa.4.3 = phi double [ 0.000000e+00, %B482.endif.us ], [ %.145.i, %B20.endif.i ], [ %best_end.3.1.i, %B94.i ]
  %.702.us = fsub double %.664.sroa.4.3, %.664.sroa.0.3
  %.704.us = fcmp ogt double %.702.us, %longest.2.1410.us
  br i1 %.704.us, label %B640.us, label %B719.us

B640.us:                                          ; preds = %B482.endif.endif.us
  %.715.us = fmul double %.371.us, %.664.sroa.0.3
  %.717.us = fadd double %.581.us, %.715.us
  %.720.us = fmul double %.372.us, %.664.sroa.0.3
  %.724.us = fadd double %.588.us, %.720.us
  %.727.us = fmul double %.371.us, %.664.sroa.4.3
  %.729.us = fadd double %.581.us, %.727.us
  %.734.us = fmul double %.372.us, %.664.sroa.4.3
  %.738.us = fadd double %.588.us, %.734.us
  br label %B719.us

B719.us:                                          ; preds = %B640.us, %B482.endif.endif.us, %B364.endif.us
  %longest.4.2.us = phi double [ %longest.2.1410.us, %B364.endif.us ], [ %.702.us, %B640.us ], [ %longest.2.1410.us, %B482.endif.endif.us ]
  %best.4.sroa.32.2.us = phi double [ %best.3.sroa.56.1411.us, %B364.endif.us ], [ %.738.us, %B640.us ], [ %best.3.sroa.56.1411.us, %B482.endif.endif.us ]
  %best.4.sroa.24.2.us = phi double [ %best.3.sroa.42.1412.us, %B364.endif.us ], [ %.729.us, %B640.us ], [ %best.3.sroa.42.1412.us, %B482.endif.endif.us ]
  %best.4.sroa.16.2.us = phi double [ %best.3.sroa.28.1413.us, %B364.endif.us ], [ %.724.us, %B640.us ], [ %best.3.sroa.28.1413.us, %B482.endif.endif.us ]
  %best.4.sroa.8.2.us = phi double [ %best.3.sroa.14.1414.us, %B364.endif.us ], [ %.717.us, %B640.us ], [ %best.3.sroa.14.1414.us, %B482.endif.endif.us ]
  %best.4.sroa.0.2.us = phi double [ %best.3.sroa.0.1415.us, %B364.endif.us ], [ %.702.us, %B640.us ], [ %best.3.sroa.0.1415.us, %B482.endif.endif.us ]
  %.462.us = icmp sgt i64 %.461401409.us, 1
  br i1 %.462.us, label %B364.endif.us, label %B362.B192.loopexit_crit_edge.us

B362.B192.loopexit_crit_edge.us:                  ; preds = %B719.us
  %exitcond.not = icmp eq i64 %.327.us, 24
  br i1 %exitcond.not, label %B718, label %B194.endif.endif.us

B482.if.if:                                       ; preds = %B482.us
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

declare double @llvm.cos.f64(double) #4

declare double @llvm.sin.f64(double) #4

declare double @llvm.sqrt.f64(double) #4

define linkonce_odr noundef range(i32 -1, -2) i32 @called_6(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.x, double %arg.y, double %arg.ux, double %arg.uy, double %arg.lo, double %arg.hi, double %arg.gap_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #3 {
B0:
  %.148 = fdiv double %arg.x, %arg.outline.6
  %.153 = fdiv double %arg.y, %arg.outline.7
  %.158 = fdiv double %arg.ux, %arg.outline.6
  %.163 = fdiv double %arg.uy, %arg.outline.7
  %.186 = sitofp i64 %arg.outline.3.5.1 to double
  %.20.i = fcmp oeq double %.158, 0.000000e+00
  br i1 %.20.i, label %B16.i, label %B100.endif.endif.i

B16.i:                                            ; preds = %B0
  %.25.i = fcmp olt double %.148, 0.000000e+00
  %.29.i = fcmp ogt double %.148, %.186
  %or.cond.i = select i1 %.25.i, i1 true, i1 %.29.i
  br i1 %or.cond.i, label %B0.endif.endif.endif.endif.endif, label %B44.i

B44.i:                                            ; preds = %B16.i
  br label %B0.endif.endif.endif.endif.endif

B100.endif.endif.i:                               ; preds = %B0
  %.58.i = fneg double %.148
  %.63.i = fdiv double %.58.i, %.158
  %.66.i = fsub double %.186, %.148
  %.75.i = fdiv double %.66.i, %.158
  %.94.i = fcmp ogt double %.63.i, %.75.i
  %first.2.0.i = select i1 %.94.i, double %.75.i, double %.63.i
  %.10.i.i = fcmp ogt double %first.2.0.i, %arg.lo
  %.11.i.i = select i1 %.10.i.i, double %first.2.0.i, double %arg.lo
  %last.2.0.i = select i1 %.94.i, double %.63.i, double %.75.i
  %.10.i1.i = fcmp olt double %last.2.0.i, %arg.hi
  %.11.i2.i = select i1 %.10.i1.i, double %last.2.0.i, double %arg.hi
  br label %B0.endif.endif.endif.endif.endif

B298:                                             ; preds = %B0.endif.endif.endif.endif.endif.endif, %B16.i60
  %.295 = fsub double %arg.hi, %arg.lo
  %.301 = fadd double %arg.gap_mm, 1.000000e-09
  %.304 = fcmp ogt double %.295, %.301
  %"$phi338.0.2.0" = sext i1 %.304 to i64
  br label %common.ret

common.ret:                                       ; preds = %B1828, %B1794, %B1656, %B1382, %B298
  %n.4.2.lcssa87.sink = phi i64 [ %"$phi338.0.2.0", %B298 ], [ %.2171, %B1828 ], [ %.1892, %B1656 ], [ %.1388, %B1382 ], [ %n.4.2, %B1794 ]
  store i64 %n.4.2.lcssa87.sink, ptr %retptr, align 8
  ret i32 0

B724:                                             ; preds = %B672.endif, %B378.endif.endif.endif.endif
  %"$phi724.0.2.0" = phi double [ %.538, %B672.endif ], [ 0x7FF0000000000000, %B378.endif.endif.endif.endif ]
  %.553 = fcmp une double %.163, 0.000000e+00
  br i1 %.553, label %B738.endif, label %B790

B790:                                             ; preds = %B738.endif, %B724
  %"$phi790.0.2.0" = phi double [ %.568, %B738.endif ], [ 0x7FF0000000000000, %B724 ]
  %0 = fcmp une double %.158, 0.000000e+00
  %1 = fcmp une double %.163, 0.000000e+00
  %.589 = fdiv double 1.000000e+00, %.158
  %.590 = tail call double @llvm.fabs.f64(double %.589)
  %"$phi862.0.2.0" = select i1 %0, double %.590, double 0x7FF0000000000000
  %.611 = fdiv double 1.000000e+00, %.163
  %.612 = tail call double @llvm.fabs.f64(double %.611)
  %"$phi934.0.2.0" = select i1 %1, double %.612, double 0x7FF0000000000000
  %.872 = mul i64 %arg.outline.4.5.2, %arg.outline.4.5.1
  %.1334 = fadd double %arg.gap_mm, 1.000000e-09
  br label %B942.endif.outer

B942.endif.outer:                                 ; preds = %B1692, %B790
  %outside_since.3.0.ph = phi double [ %outside_since.4.2, %B1692 ], [ %arg.lo, %B790 ]
  %n.3.0.ph = phi i64 [ %n.4.2, %B1692 ], [ 0, %B790 ]
  %c.2.0.ph = phi i64 [ %.1946, %B1692 ], [ %.11.i68, %B790 ]
  %r.2.0.ph = phi i64 [ %r.2.0, %B1692 ], [ %.11.i70, %B790 ]
  %next_c.2.0.ph = phi double [ %.1954, %B1692 ], [ %"$phi724.0.2.0", %B790 ]
  %next_r.2.0.ph = phi double [ %next_r.2.0, %B1692 ], [ %"$phi790.0.2.0", %B790 ]
  %at.2.0.ph = phi double [ %.16.i, %B1692 ], [ %.224.sroa.0.0, %B790 ]
  %.740 = icmp slt i64 %c.2.0.ph, 0
  %.741 = select i1 %.740, i64 %arg.outline.3.5.1, i64 0
  %invariant.gep = getelementptr i8, ptr %arg.outline.3.4, i64 %c.2.0.ph
  %invariant.gep122 = getelementptr i8, ptr %invariant.gep, i64 %.741
  %.849 = select i1 %.740, i64 %arg.outline.4.5.1, i64 0
  %.850 = add i64 %.849, %c.2.0.ph
  %.876 = mul i64 %.850, %arg.outline.4.5.2
  %invariant.gep124 = getelementptr double, ptr %arg.outline.4.4, i64 %.876
  br label %B942.endif

B1060:                                            ; preds = %B942.endif
  %2 = icmp slt i64 %r.2.0, 0
  %.846 = select i1 %2, i64 %arg.outline.4.5.0, i64 0
  %.847 = add i64 %.846, %r.2.0
  %.874 = mul i64 %.872, %.847
  %gep = getelementptr double, ptr %invariant.gep124, i64 %.874
  %.940 = load double, ptr %gep, align 8
  %.969 = getelementptr i8, ptr %gep, i64 8
  %.970 = load double, ptr %.969, align 8
  %.999 = getelementptr i8, ptr %gep, i64 16
  %.1000 = load double, ptr %.999, align 8
  %.17.i = fmul double %.158, %.940
  %.18.i = fmul double %.163, %.970
  %.19.i = fadd double %.17.i, %.18.i
  %.23.i = fmul double %.148, %.940
  %.24.i = fmul double %.153, %.970
  %.25.i10 = fadd double %.23.i, %.24.i
  %.26.i = fadd double %.1000, %.25.i10
  %.27.i = fadd double %.26.i, 1.000000e-09
  %.32.i = fcmp ogt double %.19.i, 0.000000e+00
  br i1 %.32.i, label %B82.endif.i, label %B124.i

B124.i:                                           ; preds = %B1060
  %.89.i = fcmp olt double %.19.i, 0.000000e+00
  br i1 %.89.i, label %B136.endif.i, label %B178.i

B178.i:                                           ; preds = %B124.i
  %.154.i = fcmp olt double %.27.i, 0.000000e+00
  br i1 %.154.i, label %B1060.endif, label %B194.i

B194.i:                                           ; preds = %B178.i
  br label %B1060.endif

B82.endif.i:                                      ; preds = %B1060
  %.41.i = fneg double %.27.i
  %.48.i = fdiv double %.41.i, %.19.i
  %.10.i.i13 = fcmp ogt double %.48.i, %at.2.0
  %.11.i.i14 = select i1 %.10.i.i13, double %.48.i, double %at.2.0
  br label %B1060.endif

B136.endif.i:                                     ; preds = %B124.i
  %.97.i = fneg double %.27.i
  %.104.i = fdiv double %.97.i, %.19.i
  %.10.i1.i11 = fcmp olt double %.104.i, %.16.i
  %.11.i2.i12 = select i1 %.10.i1.i11, double %.104.i, double %.16.i
  br label %B1060.endif

B1190:                                            ; preds = %B1060.endif
  %sunkaddr = shl i64 %.874, 3
  %sunkaddr129 = getelementptr i8, ptr %invariant.gep124, i64 %sunkaddr
  %sunkaddr130 = getelementptr i8, ptr %sunkaddr129, i64 24
  %.1087 = load double, ptr %sunkaddr130, align 8
  %sunkaddr133 = getelementptr i8, ptr %sunkaddr129, i64 32
  %.1117 = load double, ptr %sunkaddr133, align 8
  %sunkaddr136 = getelementptr i8, ptr %sunkaddr129, i64 40
  %.1147 = load double, ptr %sunkaddr136, align 8
  %.17.i15 = fmul double %.158, %.1087
  %.18.i16 = fmul double %.163, %.1117
  %.19.i17 = fadd double %.17.i15, %.18.i16
  %.23.i18 = fmul double %.148, %.1087
  %.24.i19 = fmul double %.153, %.1117
  %.25.i20 = fadd double %.23.i18, %.24.i19
  %.26.i21 = fadd double %.1147, %.25.i20
  %.27.i22 = fadd double %.26.i21, 1.000000e-09
  %.32.i23 = fcmp ogt double %.19.i17, 0.000000e+00
  br i1 %.32.i23, label %B82.endif.i37, label %B124.i24

B124.i24:                                         ; preds = %B1190
  %.89.i25 = fcmp olt double %.19.i17, 0.000000e+00
  br i1 %.89.i25, label %B136.endif.i32, label %B178.i26

B178.i26:                                         ; preds = %B124.i24
  %.154.i27 = fcmp olt double %.27.i22, 0.000000e+00
  br i1 %.154.i27, label %B1336, label %B1190.endif

B82.endif.i37:                                    ; preds = %B1190
  %.41.i38 = fneg double %.27.i22
  %.48.i39 = fdiv double %.41.i38, %.19.i17
  %.10.i.i40 = fcmp ogt double %.48.i39, %at.2.0
  %.11.i.i41 = select i1 %.10.i.i40, double %.48.i39, double %at.2.0
  br label %B1190.endif

B136.endif.i32:                                   ; preds = %B124.i24
  %.97.i33 = fneg double %.27.i22
  %.104.i34 = fdiv double %.97.i33, %.19.i17
  %.10.i1.i35 = fcmp olt double %.104.i34, %.16.i
  %.11.i2.i36 = select i1 %.10.i1.i35, double %.104.i34, double %.16.i
  br label %B1190.endif

B1290:                                            ; preds = %B1190.endif
  %.1210 = fcmp olt double %end.2.0.sink.i, %start.2.0.sink.i
  %.1226 = fcmp olt double %start.2.0.sink.i29, %start.2.0.sink.i
  %or.cond = or i1 %.1210, %.1226
  br i1 %or.cond, label %B1314, label %B1336

B1314:                                            ; preds = %B1290
  br label %B1336

B1336:                                            ; preds = %B1190.endif, %B1060.endif, %B942.endif, %B1314, %B1290, %B178.i26
  %end.4.1 = phi double [ %end.2.0.sink.i30, %B1314 ], [ %end.2.0.sink.i, %B1290 ], [ %end.2.0.sink.i, %B1190.endif ], [ %end.2.0.sink.i, %B1060.endif ], [ %.16.i, %B942.endif ], [ %end.2.0.sink.i, %B178.i26 ]
  %start.4.1 = phi double [ %start.2.0.sink.i29, %B1314 ], [ %start.2.0.sink.i, %B1290 ], [ %start.2.0.sink.i, %B1190.endif ], [ %start.2.0.sink.i, %B1060.endif ], [ %at.2.0, %B942.endif ], [ %start.2.0.sink.i, %B178.i26 ]
  %other_start.5.1 = phi double [ %start.2.0.sink.i, %B1314 ], [ %start.2.0.sink.i29, %B1290 ], [ %start.2.0.sink.i29, %B1190.endif ], [ 1.000000e+00, %B1060.endif ], [ 1.000000e+00, %B942.endif ], [ 1.000000e+00, %B178.i26 ]
  %other_end.5.1 = phi double [ %end.2.0.sink.i, %B1314 ], [ %end.2.0.sink.i30, %B1290 ], [ %end.2.0.sink.i30, %B1190.endif ], [ 0.000000e+00, %B1060.endif ], [ 0.000000e+00, %B942.endif ], [ 0.000000e+00, %B178.i26 ]
  %.1315 = fcmp ugt double %start.4.1, %end.4.1
  br i1 %.1315, label %B1622, label %B1348.preheader

B1348.preheader:                                  ; preds = %B1336
  %.1330.peel = fsub double %start.4.1, %outside_since.3.0
  %.1335.peel = fcmp ogt double %.1330.peel, %.1334
  br i1 %.1335.peel, label %B1382, label %B1392.peel

B1392.peel:                                       ; preds = %B1348.preheader
  %.1394.peel = icmp sgt i64 %n.3.0, 0
  br i1 %.1394.peel, label %B1404.peel, label %B1526.peel

B1404.peel:                                       ; preds = %B1392.peel
  %.1397.peel = add nsw i64 %n.3.0, -1
  %.1446.peel = mul i64 %.1397.peel, %arg.found.5.1
  %3 = getelementptr double, ptr %arg.found.4, i64 %.1446.peel
  %.1450.peel = getelementptr i8, ptr %3, i64 8
  %.1451.peel = load double, ptr %.1450.peel, align 8
  %.1453.peel = fsub double %start.4.1, %.1451.peel
  %.1454.peel = fcmp ugt double %.1453.peel, 1.000000e-09
  br i1 %.1454.peel, label %B1526.peel, label %B1454.endif.peel

B1454.endif.peel:                                 ; preds = %B1404.peel
  %.10.i = fcmp ogt double %end.4.1, %.1451.peel
  %.11.i43 = select i1 %.10.i, double %end.4.1, double %.1451.peel
  %sunkaddr137 = shl i64 %.1446.peel, 3
  %sunkaddr138 = getelementptr i8, ptr %arg.found.4, i64 %sunkaddr137
  %sunkaddr139 = getelementptr i8, ptr %sunkaddr138, i64 8
  store double %.11.i43, ptr %sunkaddr139, align 8
  br label %B1566.peel

B1526.peel:                                       ; preds = %B1404.peel, %B1392.peel
  %.1636.peel = icmp slt i64 %n.3.0, 0
  %.1637.peel = select i1 %.1636.peel, i64 %arg.found.5.0, i64 0
  %.1638.peel = add i64 %.1637.peel, %n.3.0
  %.1658.peel = mul i64 %.1638.peel, %arg.found.5.1
  %.1662.peel = getelementptr double, ptr %arg.found.4, i64 %.1658.peel
  store double %start.4.1, ptr %.1662.peel, align 8
  %.1720.peel = getelementptr i8, ptr %.1662.peel, i64 8
  store double %end.4.1, ptr %.1720.peel, align 8
  %.1725.peel = add nsw i64 %n.3.0, 1
  br label %B1566.peel

B1566.peel:                                       ; preds = %B1526.peel, %B1454.endif.peel
  %.1738.peel.pre-phi = phi i64 [ %n.3.0, %B1526.peel ], [ %.1397.peel, %B1454.endif.peel ]
  %n.5.3.peel = phi i64 [ %.1725.peel, %B1526.peel ], [ %n.3.0, %B1454.endif.peel ]
  %.1767.inv.peel = icmp sgt i64 %n.5.3.peel, 0
  %.1768.peel = select i1 %.1767.inv.peel, i64 0, i64 %arg.found.5.0
  %.1769.peel = add i64 %.1768.peel, %.1738.peel.pre-phi
  %.1789.peel = mul i64 %.1769.peel, %arg.found.5.1
  %4 = getelementptr double, ptr %arg.found.4, i64 %.1789.peel
  %.1793.peel = getelementptr i8, ptr %4, i64 8
  %.1794.peel = load double, ptr %.1793.peel, align 8
  %.1813.peel = fcmp ugt double %other_start.5.1, %other_end.5.1
  br i1 %.1813.peel, label %B1622, label %B1348.peel.next

B1348.peel.next:                                  ; preds = %B1566.peel
  %.1330.peel780 = fsub double %other_start.5.1, %.1794.peel
  %.1335.peel781 = fcmp ogt double %.1330.peel780, %.1334
  br i1 %.1335.peel781, label %B1382, label %B1392.peel782

B1392.peel782:                                    ; preds = %B1348.peel.next
  %5 = icmp sgt i64 %n.5.3.peel, 0
  br i1 %5, label %B1404.peel784, label %B1526.peel798

B1404.peel784:                                    ; preds = %B1392.peel782
  %.1446.peel786 = mul i64 %.1738.peel.pre-phi, %arg.found.5.1
  %6 = getelementptr double, ptr %arg.found.4, i64 %.1446.peel786
  %.1450.peel787 = getelementptr i8, ptr %6, i64 8
  %.1451.peel788 = load double, ptr %.1450.peel787, align 8
  %.1453.peel789 = fsub double %other_start.5.1, %.1451.peel788
  %.1454.peel790 = fcmp ugt double %.1453.peel789, 1.000000e-09
  br i1 %.1454.peel790, label %B1526.peel798, label %B1454.endif.peel796

B1454.endif.peel796:                              ; preds = %B1404.peel784
  %.10.i44 = fcmp ogt double %other_end.5.1, %.1451.peel788
  %.11.i45 = select i1 %.10.i44, double %other_end.5.1, double %.1451.peel788
  %sunkaddr140 = shl i64 %.1446.peel786, 3
  %sunkaddr141 = getelementptr i8, ptr %arg.found.4, i64 %sunkaddr140
  %sunkaddr142 = getelementptr i8, ptr %sunkaddr141, i64 8
  store double %.11.i45, ptr %sunkaddr142, align 8
  br label %B1566.peel806

B1526.peel798:                                    ; preds = %B1404.peel784, %B1392.peel782
  %.1636.peel799 = icmp slt i64 %n.5.3.peel, 0
  %.1637.peel800 = select i1 %.1636.peel799, i64 %arg.found.5.0, i64 0
  %.1638.peel801 = add i64 %.1637.peel800, %n.5.3.peel
  %.1658.peel802 = mul i64 %.1638.peel801, %arg.found.5.1
  %.1662.peel803 = getelementptr double, ptr %arg.found.4, i64 %.1658.peel802
  store double %other_start.5.1, ptr %.1662.peel803, align 8
  %.1720.peel804 = getelementptr i8, ptr %.1662.peel803, i64 8
  store double %other_end.5.1, ptr %.1720.peel804, align 8
  %.1725.peel805 = add nsw i64 %n.5.3.peel, 1
  br label %B1566.peel806

B1566.peel806:                                    ; preds = %B1526.peel798, %B1454.endif.peel796
  %.1738.peel808.pre-phi = phi i64 [ %n.5.3.peel, %B1526.peel798 ], [ %.1738.peel.pre-phi, %B1454.endif.peel796 ]
  %n.5.3.peel807 = phi i64 [ %.1725.peel805, %B1526.peel798 ], [ %n.5.3.peel, %B1454.endif.peel796 ]
  %.1767.inv.peel809 = icmp sgt i64 %n.5.3.peel807, 0
  %.1768.peel810 = select i1 %.1767.inv.peel809, i64 0, i64 %arg.found.5.0
  %.1769.peel811 = add i64 %.1768.peel810, %.1738.peel808.pre-phi
  %.1789.peel812 = mul i64 %.1769.peel811, %arg.found.5.1
  %7 = getelementptr double, ptr %arg.found.4, i64 %.1789.peel812
  %.1793.peel813 = getelementptr i8, ptr %7, i64 8
  %.1794.peel814 = load double, ptr %.1793.peel813, align 8
  br label %B1622

B1382:                                            ; preds = %B1348.peel.next, %B1348.preheader
  %n.2.1.lcssa.ph818 = phi i64 [ %n.3.0, %B1348.preheader ], [ %n.5.3.peel, %B1348.peel.next ]
  %.1388 = xor i64 %n.2.1.lcssa.ph818, -1
  br label %common.ret

B1622:                                            ; preds = %B942.endif, %B1566.peel806, %B1566.peel, %B1336
  %outside_since.4.2 = phi double [ %outside_since.3.0, %B942.endif ], [ %outside_since.3.0, %B1336 ], [ %.1794.peel814, %B1566.peel806 ], [ %.1794.peel, %B1566.peel ]
  %n.4.2 = phi i64 [ %n.3.0, %B942.endif ], [ %n.3.0, %B1336 ], [ %n.5.3.peel807, %B1566.peel806 ], [ %n.5.3.peel, %B1566.peel ]
  %.1842 = fsub double %.16.i, %outside_since.4.2
  %.1845 = fcmp ogt double %.1842, %.1334
  br i1 %.1845, label %B1656, label %B1666

B1656:                                            ; preds = %B1622
  %.1892 = xor i64 %n.4.2, -1
  br label %common.ret

B1666:                                            ; preds = %B1622
  %.1899 = fcmp ult double %.16.i, %.224.sroa.6.0
  br i1 %.1899, label %B1680, label %B1794

B1680:                                            ; preds = %B1666
  %.1942 = fcmp olt double %next_c.2.0.ph, %next_r.2.0
  br i1 %.1942, label %B1692, label %B1740

B1692:                                            ; preds = %B1680
  %.1946 = add nsw i64 %c.2.0.ph, %"$phi638.0.2.0"
  %.1954 = fadd double %"$phi862.0.2.0", %next_c.2.0.ph
  %.1961 = icmp slt i64 %.1946, 0
  %.1965 = icmp sge i64 %.1946, %arg.outline.3.5.1
  %or.cond753 = select i1 %.1961, i1 true, i1 %.1965
  br i1 %or.cond753, label %B1794, label %B942.endif.outer

B1740:                                            ; preds = %B1680
  %.2033 = add i64 %r.2.0, %"$phi658.0.2.0"
  %8 = add i64 %"$phi658.0.2.0", %r.2.0
  %.2041 = fadd double %"$phi934.0.2.0", %next_r.2.0
  %.2048 = icmp slt i64 %8, 0
  %.2070 = icmp sge i64 %8, %arg.outline.3.5.0
  %or.cond754 = select i1 %.2048, i1 true, i1 %.2070
  br i1 %or.cond754, label %B1794, label %B942.endif

B1794:                                            ; preds = %B1692, %B1740, %B1666
  %.2159 = fsub double %arg.hi, %outside_since.4.2
  %.2168 = fcmp ogt double %.2159, %.1334
  br i1 %.2168, label %B1828, label %common.ret

B1828:                                            ; preds = %B1794
  %.2171 = xor i64 %n.4.2, -1
  br label %common.ret

B0.endif.endif.endif.endif.endif:                 ; preds = %B100.endif.endif.i, %B44.i, %B16.i
  %.191.sroa.5.0 = phi double [ %.11.i2.i, %B100.endif.endif.i ], [ %arg.hi, %B44.i ], [ 0.000000e+00, %B16.i ]
  %.191.sroa.0.0 = phi double [ %.11.i.i, %B100.endif.endif.i ], [ %arg.lo, %B44.i ], [ 1.000000e+00, %B16.i ]
  %.221 = sitofp i64 %arg.outline.3.5.0 to double
  %.20.i46 = fcmp oeq double %.163, 0.000000e+00
  br i1 %.20.i46, label %B16.i60, label %B100.endif.endif.i47

B16.i60:                                          ; preds = %B0.endif.endif.endif.endif.endif
  %.25.i61 = fcmp olt double %.153, 0.000000e+00
  %.29.i62 = fcmp ogt double %.153, %.221
  %or.cond.i63 = select i1 %.25.i61, i1 true, i1 %.29.i62
  br i1 %or.cond.i63, label %B298, label %B0.endif.endif.endif.endif.endif.endif

B100.endif.endif.i47:                             ; preds = %B0.endif.endif.endif.endif.endif
  %.58.i48 = fneg double %.153
  %.63.i49 = fdiv double %.58.i48, %.163
  %.66.i50 = fsub double %.221, %.153
  %.75.i51 = fdiv double %.66.i50, %.163
  %.94.i52 = fcmp ogt double %.63.i49, %.75.i51
  %first.2.0.i53 = select i1 %.94.i52, double %.75.i51, double %.63.i49
  %.10.i.i54 = fcmp ogt double %first.2.0.i53, %.191.sroa.0.0
  %.11.i.i55 = select i1 %.10.i.i54, double %first.2.0.i53, double %.191.sroa.0.0
  %last.2.0.i56 = select i1 %.94.i52, double %.63.i49, double %.75.i51
  %.10.i1.i57 = fcmp olt double %last.2.0.i56, %.191.sroa.5.0
  %.11.i2.i58 = select i1 %.10.i1.i57, double %last.2.0.i56, double %.191.sroa.5.0
  br label %B0.endif.endif.endif.endif.endif.endif

B0.endif.endif.endif.endif.endif.endif:           ; preds = %B100.endif.endif.i47, %B16.i60
  %.224.sroa.6.0 = phi double [ %.11.i2.i58, %B100.endif.endif.i47 ], [ %.191.sroa.5.0, %B16.i60 ]
  %.224.sroa.0.0 = phi double [ %.11.i.i55, %B100.endif.endif.i47 ], [ %.191.sroa.0.0, %B16.i60 ]
  %.265 = fcmp ogt double %.224.sroa.0.0, %.224.sroa.6.0
  br i1 %.265, label %B298, label %B378.endif.endif.endif.endif

B378.endif.endif.endif.endif:                     ; preds = %B0.endif.endif.endif.endif.endif.endif
  %.321 = fcmp ogt double %.158, 0.000000e+00
  %"$phi358.0.2.0" = select i1 %.321, double 0x3D719799812DEA11, double 0xBD719799812DEA11
  %.337 = fcmp ogt double %.163, 0.000000e+00
  %"$phi378.0.2.0" = select i1 %.337, double 0x3D719799812DEA11, double 0xBD719799812DEA11
  %.351 = fmul double %.158, %.224.sroa.0.0
  %.353 = fadd double %.148, %.351
  %.355 = fadd double %"$phi358.0.2.0", %.353
  %.358 = tail call double @llvm.floor.f64(double %.355)
  %.359 = fptosi double %.358 to i64
  %.11.i = tail call i64 @llvm.smax.i64(i64 %.359, i64 0)
  %.389 = add nsw i64 %arg.outline.3.5.1, -1
  %.11.i68 = tail call i64 @llvm.smin.i64(i64 %.389, i64 %.11.i)
  %.423 = fmul double %.163, %.224.sroa.0.0
  %.425 = fadd double %.153, %.423
  %.426 = fadd double %"$phi378.0.2.0", %.425
  %.427 = tail call double @llvm.floor.f64(double %.426)
  %.428 = fptosi double %.427 to i64
  %.11.i69 = tail call i64 @llvm.smax.i64(i64 %.428, i64 0)
  %.458 = add nsw i64 %arg.outline.3.5.0, -1
  %.11.i70 = tail call i64 @llvm.smin.i64(i64 %.458, i64 %.11.i69)
  %"$phi638.0.2.0" = select i1 %.321, i64 1, i64 -1
  %"$phi658.0.2.0" = select i1 %.337, i64 1, i64 -1
  %.523 = fcmp une double %.158, 0.000000e+00
  br i1 %.523, label %B672.endif, label %B724

B672.endif:                                       ; preds = %B378.endif.endif.endif.endif
  %9 = fcmp ogt double %.158, 0.000000e+00
  %.529 = zext i1 %9 to i64
  %.530 = add nsw i64 %.11.i68, %.529
  %.532 = sitofp i64 %.530 to double
  %.533 = fsub double %.532, %.148
  %.538 = fdiv double %.533, %.158
  br label %B724

B738.endif:                                       ; preds = %B724
  %10 = fcmp ogt double %.163, 0.000000e+00
  %.559 = zext i1 %10 to i64
  %.560 = add nsw i64 %.11.i70, %.559
  %.562 = sitofp i64 %.560 to double
  %.563 = fsub double %.562, %.153
  %.568 = fdiv double %.563, %.163
  br label %B790

B942.endif:                                       ; preds = %B1740, %B942.endif.outer
  %outside_since.3.0 = phi double [ %outside_since.4.2, %B1740 ], [ %outside_since.3.0.ph, %B942.endif.outer ]
  %n.3.0 = phi i64 [ %n.4.2, %B1740 ], [ %n.3.0.ph, %B942.endif.outer ]
  %r.2.0 = phi i64 [ %.2033, %B1740 ], [ %r.2.0.ph, %B942.endif.outer ]
  %next_r.2.0 = phi double [ %.2041, %B1740 ], [ %next_r.2.0.ph, %B942.endif.outer ]
  %at.2.0 = phi double [ %.16.i, %B1740 ], [ %at.2.0.ph, %B942.endif.outer ]
  %.13.i = fcmp olt double %next_r.2.0, %next_c.2.0.ph
  %.14.i = select i1 %.13.i, double %next_r.2.0, double %next_c.2.0.ph
  %.15.i = fcmp olt double %.224.sroa.6.0, %.14.i
  %.16.i = select i1 %.15.i, double %.224.sroa.6.0, double %.14.i
  %.737 = icmp slt i64 %r.2.0, 0
  %.738 = select i1 %.737, i64 %arg.outline.3.5.0, i64 0
  %.739 = add i64 %.738, %r.2.0
  %.759 = mul i64 %.739, %arg.outline.3.5.1
  %gep123 = getelementptr i8, ptr %invariant.gep122, i64 %.759
  %.764 = load i8, ptr %gep123, align 1
  %11 = zext i8 %.764 to i32
  switch i32 %11, label %B1060 [
    i32 0, label %B1622
    i32 1, label %B1336
  ]

B1060.endif:                                      ; preds = %B136.endif.i, %B82.endif.i, %B194.i, %B178.i
  %start.2.0.sink.i = phi double [ 1.000000e+00, %B178.i ], [ %.11.i.i14, %B82.endif.i ], [ %at.2.0, %B136.endif.i ], [ %at.2.0, %B194.i ]
  %end.2.0.sink.i = phi double [ 0.000000e+00, %B178.i ], [ %.16.i, %B82.endif.i ], [ %.11.i2.i12, %B136.endif.i ], [ %.16.i, %B194.i ]
  %.1047 = icmp eq i8 %.764, 3
  br i1 %.1047, label %B1190, label %B1336

B1190.endif:                                      ; preds = %B136.endif.i32, %B82.endif.i37, %B178.i26
  %start.2.0.sink.i29 = phi double [ %at.2.0, %B136.endif.i32 ], [ %.11.i.i41, %B82.endif.i37 ], [ %at.2.0, %B178.i26 ]
  %end.2.0.sink.i30 = phi double [ %.11.i2.i36, %B136.endif.i32 ], [ %.16.i, %B82.endif.i37 ], [ %.16.i, %B178.i26 ]
  %.1198 = fcmp ugt double %start.2.0.sink.i29, %end.2.0.sink.i30
  br i1 %.1198, label %B1336, label %B1290
}

declare double @llvm.fabs.f64(double) #4

declare double @llvm.floor.f64(double) #4

declare i64 @llvm.smax.i64(i64, i64) #4

declare i64 @llvm.smin.i64(i64, i64) #4

define linkonce_odr noundef range(i32 -1, -2) i32 @called_4(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, double %arg.floor, ptr readnone captures(none) %arg.pairs.0, ptr readnone captures(none) %arg.pairs.1, i64 %arg.pairs.2, i64 %arg.pairs.3, ptr writeonly captures(none) %arg.pairs.4, i64 %arg.pairs.5.0, i64 %arg.pairs.5.1, i64 %arg.pairs.6.0, i64 %arg.pairs.6.1, ptr readnone captures(none) %arg.bounds.0, ptr readnone captures(none) %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr captures(none) %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr readnone captures(none) %arg.buckets.0, ptr readnone captures(none) %arg.buckets.1, i64 %arg.buckets.2, i64 %arg.buckets.3, ptr captures(none) %arg.buckets.4, i64 %arg.buckets.5.0, i64 %arg.buckets.6.0) local_unnamed_addr #3 {
B0.endif:
  %.164646.not = icmp slt i64 %arg.circles.5.0, 1
  br i1 %.164646.not, label %B392.endif.endif.endif.endif, label %B74.endif.preheader

B74.endif.preheader:                              ; preds = %B0.endif
  %0 = trunc i64 %arg.circles.5.0 to i32
  %1 = add i32 %0, 1
  %.396 = shl i64 %arg.circles.5.1, 3
  br label %B74.endif

B72.loopexit:                                     ; preds = %B388, %B74.endif
  %count.2.1.lcssa = phi i64 [ %count.3.0649, %B74.endif ], [ %count.4.2, %B388 ]
  %longest.2.1.lcssa = phi double [ %longest.3.0650, %B74.endif ], [ %longest.4.2, %B388 ]
  %indvars.iv.next = add i64 %indvars.iv, -1
  %lsr.iv.next = add i32 %1, %lsr.iv
  %exitcond684.not = icmp eq i64 %arg.circles.5.0, %.177
  br i1 %exitcond684.not, label %B392.endif.endif.endif.endif, label %B74.endif

B110:                                             ; preds = %B110.lr.ph, %B388
  %lsr.iv22 = phi i64 [ %smax21, %B110.lr.ph ], [ %lsr.iv.next23, %B388 ]
  %lsr.iv19 = phi i32 [ %lsr.iv, %B110.lr.ph ], [ %lsr.iv.next20, %B388 ]
  %longest.2.1635 = phi double [ %longest.3.0650, %B110.lr.ph ], [ %longest.4.2, %B388 ]
  %count.2.1634 = phi i64 [ %count.3.0649, %B110.lr.ph ], [ %count.4.2, %B388 ]
  %.304630632 = phi i64 [ %.170640647, %B110.lr.ph ], [ %.311, %B388 ]
  %sunkaddr14 = getelementptr i8, ptr %arg.circles.4, i64 %sunkaddr
  %.401 = load double, ptr %sunkaddr14, align 8
  %.429 = icmp slt i64 %.304630632, 0
  %.430 = select i1 %.429, i64 %arg.circles.5.0, i64 0
  %.431 = add i64 %.430, %.304630632
  %.451 = mul i64 %.431, %arg.circles.5.1
  %.455 = getelementptr double, ptr %arg.circles.4, i64 %.451
  %.456 = load double, ptr %.455, align 8
  %.457 = fsub double %.401, %.456
  %sunkaddr15 = getelementptr i8, ptr %arg.circles.4, i64 %sunkaddr
  %sunkaddr16 = getelementptr i8, ptr %sunkaddr15, i64 8
  %.512 = load double, ptr %sunkaddr16, align 8
  %.566 = getelementptr i8, ptr %.455, i64 8
  %.567 = load double, ptr %.566, align 8
  %.568 = fsub double %.512, %.567
  %.569 = fmul double %.457, %.457
  %.570 = fmul double %.568, %.568
  %.571 = fadd double %.569, %.570
  %sqrt = tail call double @llvm.sqrt.f64(double %.571)
  %sunkaddr17 = getelementptr i8, ptr %arg.circles.4, i64 %sunkaddr
  %sunkaddr18 = getelementptr i8, ptr %sunkaddr17, i64 16
  %.627 = load double, ptr %sunkaddr18, align 8
  %.628 = fadd double %.627, %sqrt
  %.682 = getelementptr i8, ptr %.455, i64 16
  %.683 = load double, ptr %.682, align 8
  %.684 = fadd double %.683, %.628
  %.690 = fcmp ogt double %.684, %arg.floor
  br i1 %.690, label %B310.endif, label %B388

B388:                                             ; preds = %B310.endif, %B110
  %count.4.2 = phi i64 [ %.824, %B310.endif ], [ %count.2.1634, %B110 ]
  %longest.4.2 = phi double [ %.11.i, %B310.endif ], [ %longest.2.1635, %B110 ]
  %lsr.iv.next20 = add i32 %lsr.iv19, 1
  %lsr.iv.next23 = add i64 %lsr.iv22, -1
  %.311 = add nuw i64 %.304630632, 1
  %exitcond.not = icmp eq i64 %lsr.iv.next23, 0
  br i1 %exitcond.not, label %B72.loopexit, label %B110

B680:                                             ; preds = %B638.endif.endif, %B680
  %store_forwarded = phi i64 [ %load_initial, %B638.endif.endif ], [ %.1486.3, %B680 ]
  %.1393668670 = phi i64 [ 0, %B638.endif.endif ], [ %.1400.3, %B680 ]
  %sunkaddr19 = mul i64 %.1393668670, 8
  %sunkaddr20 = getelementptr i8, ptr %arg.buckets.4, i64 %sunkaddr19
  %sunkaddr21 = getelementptr i8, ptr %sunkaddr20, i64 8
  %.1455 = load i64, ptr %sunkaddr21, align 8
  %.1486 = add nsw i64 %.1455, %store_forwarded
  store i64 %.1486, ptr %sunkaddr21, align 8
  %sunkaddr22 = mul i64 %.1393668670, 8
  %sunkaddr23 = getelementptr i8, ptr %arg.buckets.4, i64 %sunkaddr22
  %sunkaddr24 = getelementptr i8, ptr %sunkaddr23, i64 16
  %.1455.1 = load i64, ptr %sunkaddr24, align 8
  %.1486.1 = add nsw i64 %.1455.1, %.1486
  store i64 %.1486.1, ptr %sunkaddr24, align 8
  %sunkaddr25 = mul i64 %.1393668670, 8
  %sunkaddr26 = getelementptr i8, ptr %arg.buckets.4, i64 %sunkaddr25
  %sunkaddr27 = getelementptr i8, ptr %sunkaddr26, i64 24
  %.1455.2 = load i64, ptr %sunkaddr27, align 8
  %.1486.2 = add nsw i64 %.1455.2, %.1486.1
  store i64 %.1486.2, ptr %sunkaddr27, align 8
  %.1400.3 = add nuw nsw i64 %.1393668670, 4
  %sunkaddr28 = mul i64 %.1393668670, 8
  %sunkaddr29 = getelementptr i8, ptr %arg.buckets.4, i64 %sunkaddr28
  %sunkaddr30 = getelementptr i8, ptr %sunkaddr29, i64 32
  %.1455.3 = load i64, ptr %sunkaddr30, align 8
  %.1486.3 = add nsw i64 %.1455.3, %.1486.2
  store i64 %.1486.3, ptr %sunkaddr30, align 8
  %exitcond687.not.3 = icmp eq i64 %.1400.3, 256
  br i1 %exitcond687.not.3, label %B734.endif, label %B680

common.ret:                                       ; preds = %B766.endif, %B734.endif
  store i64 %count.3.0.lcssa, ptr %retptr, align 8
  ret i32 0

B74.endif:                                        ; preds = %B72.loopexit, %B74.endif.preheader
  %lsr.iv = phi i32 [ 0, %B74.endif.preheader ], [ %lsr.iv.next, %B72.loopexit ]
  %indvars.iv = phi i64 [ %arg.circles.5.0, %B74.endif.preheader ], [ %indvars.iv.next, %B72.loopexit ]
  %longest.3.0650 = phi double [ %arg.floor, %B74.endif.preheader ], [ %longest.2.1.lcssa, %B72.loopexit ]
  %count.3.0649 = phi i64 [ 0, %B74.endif.preheader ], [ %count.2.1.lcssa, %B72.loopexit ]
  %.170640647 = phi i64 [ 0, %B74.endif.preheader ], [ %.177, %B72.loopexit ]
  %.177 = add nuw nsw i64 %.170640647, 1
  %.298631.not.not = icmp sgt i64 %arg.circles.5.0, %.170640647
  br i1 %.298631.not.not, label %B110.lr.ph, label %B72.loopexit

B110.lr.ph:                                       ; preds = %B74.endif
  %smax21 = tail call i64 @llvm.smax.i64(i64 %indvars.iv, i64 0)
  %sunkaddr = mul i64 %.396, %.170640647
  br label %B110

B310.endif:                                       ; preds = %B110
  %.729 = icmp slt i64 %count.2.1634, 0
  %.730 = select i1 %.729, i64 %arg.pairs.5.1, i64 0
  %2 = getelementptr i32, ptr %arg.pairs.4, i64 %count.2.1634
  %.752 = getelementptr i32, ptr %2, i64 %.730
  store i32 %lsr.iv19, ptr %.752, align 4
  %.771 = select i1 %.729, i64 %arg.bounds.5.0, i64 0
  %3 = getelementptr double, ptr %arg.bounds.4, i64 %count.2.1634
  %.785 = getelementptr double, ptr %3, i64 %.771
  store double %.684, ptr %.785, align 8
  %.10.i = fcmp ogt double %.684, %longest.2.1635
  %.11.i = select i1 %.10.i, double %.684, double %longest.2.1635
  %.824 = add nsw i64 %count.2.1634, 1
  br label %B388

B392.endif.endif.endif.endif:                     ; preds = %B72.loopexit, %B0.endif
  %count.3.0.lcssa = phi i64 [ 0, %B0.endif ], [ %count.2.1.lcssa, %B72.loopexit ]
  %longest.3.0.lcssa = phi double [ %arg.floor, %B0.endif ], [ %longest.2.1.lcssa, %B72.loopexit ]
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(2056) %arg.buckets.4, i8 0, i64 2056, i1 false)
  %.873 = fsub double %longest.3.0.lcssa, %arg.floor
  %.10.i3 = fcmp olt double %.873, 1.000000e-09
  %.11.i4 = select i1 %.10.i3, double 1.000000e-09, double %.873
  %.908 = fdiv double 2.550000e+02, %.11.i4
  %.1103 = icmp sgt i64 %count.3.0.lcssa, 0
  br i1 %.1103, label %B546.endif.preheader, label %B638.endif.endif

B546.endif.preheader:                             ; preds = %B392.endif.endif.endif.endif
  %4 = icmp eq i64 %count.3.0.lcssa, 1
  br i1 %4, label %B546.endif.epil.preheader, label %B546.endif.preheader.new

B546.endif.preheader.new:                         ; preds = %B546.endif.preheader
  %unroll_iter = and i64 %count.3.0.lcssa, 9223372036854775806
  br label %B546.endif

B546.endif:                                       ; preds = %B546.endif, %B546.endif.preheader.new
  %.1151662664 = phi i64 [ 0, %B546.endif.preheader.new ], [ %.1158.1, %B546.endif ]
  %sunkaddr31 = mul i64 %.1151662664, 8
  %sunkaddr32 = getelementptr i8, ptr %arg.bounds.4, i64 %sunkaddr31
  %.1212 = load double, ptr %sunkaddr32, align 8
  %.1214 = fsub double %longest.3.0.lcssa, %.1212
  %.1216 = fmul double %.908, %.1214
  %.5.i = fptosi double %.1216 to i64
  %.1255 = icmp slt i64 %.5.i, -1
  %.1256 = select i1 %.1255, i64 %arg.buckets.5.0, i64 0
  %5 = getelementptr i64, ptr %arg.buckets.4, i64 %.5.i
  %6 = getelementptr i8, ptr %5, i64 8
  %.1270 = getelementptr i64, ptr %6, i64 %.1256
  %.1271 = load i64, ptr %.1270, align 8
  %.1272 = add nsw i64 %.1271, 1
  store i64 %.1272, ptr %.1270, align 8
  %sunkaddr33 = mul i64 %.1151662664, 8
  %sunkaddr34 = getelementptr i8, ptr %arg.bounds.4, i64 %sunkaddr33
  %sunkaddr35 = getelementptr i8, ptr %sunkaddr34, i64 8
  %.1212.1 = load double, ptr %sunkaddr35, align 8
  %.1214.1 = fsub double %longest.3.0.lcssa, %.1212.1
  %.1216.1 = fmul double %.908, %.1214.1
  %.5.i.1 = fptosi double %.1216.1 to i64
  %.1158.1 = add nuw i64 %.1151662664, 2
  %.1255.1 = icmp slt i64 %.5.i.1, -1
  %.1256.1 = select i1 %.1255.1, i64 %arg.buckets.5.0, i64 0
  %7 = getelementptr i64, ptr %arg.buckets.4, i64 %.5.i.1
  %8 = getelementptr i8, ptr %7, i64 8
  %.1270.1 = getelementptr i64, ptr %8, i64 %.1256.1
  %.1271.1 = load i64, ptr %.1270.1, align 8
  %.1272.1 = add nsw i64 %.1271.1, 1
  store i64 %.1272.1, ptr %.1270.1, align 8
  %niter.ncmp.1 = icmp eq i64 %unroll_iter, %.1158.1
  br i1 %niter.ncmp.1, label %B638.endif.endif.loopexit.unr-lcssa, label %B546.endif

B638.endif.endif.loopexit.unr-lcssa:              ; preds = %B546.endif
  %9 = and i64 %count.3.0.lcssa, 1
  %lcmp.mod.not = icmp eq i64 %9, 0
  br i1 %lcmp.mod.not, label %B638.endif.endif, label %B546.endif.epil.preheader

B546.endif.epil.preheader:                        ; preds = %B638.endif.endif.loopexit.unr-lcssa, %B546.endif.preheader
  %.1151662664.epil.init = phi i64 [ 0, %B546.endif.preheader ], [ %unroll_iter, %B638.endif.endif.loopexit.unr-lcssa ]
  %10 = getelementptr double, ptr %arg.bounds.4, i64 %.1151662664.epil.init
  %.1212.epil = load double, ptr %10, align 8
  %.1214.epil = fsub double %longest.3.0.lcssa, %.1212.epil
  %.1216.epil = fmul double %.908, %.1214.epil
  %.5.i.epil = fptosi double %.1216.epil to i64
  %.1255.epil = icmp slt i64 %.5.i.epil, -1
  %.1256.epil = select i1 %.1255.epil, i64 %arg.buckets.5.0, i64 0
  %11 = getelementptr i64, ptr %arg.buckets.4, i64 %.5.i.epil
  %12 = getelementptr i8, ptr %11, i64 8
  %.1270.epil = getelementptr i64, ptr %12, i64 %.1256.epil
  %.1271.epil = load i64, ptr %.1270.epil, align 8
  %.1272.epil = add nsw i64 %.1271.epil, 1
  store i64 %.1272.epil, ptr %.1270.epil, align 8
  br label %B638.endif.endif

B638.endif.endif:                                 ; preds = %B546.endif.epil.preheader, %B638.endif.endif.loopexit.unr-lcssa, %B392.endif.endif.endif.endif
  %load_initial = load i64, ptr %arg.buckets.4, align 8
  br label %B680

B734.endif:                                       ; preds = %B680
  %.1602674.not = icmp slt i64 %count.3.0.lcssa, 1
  br i1 %.1602674.not, label %common.ret, label %B766.lr.ph

B766.lr.ph:                                       ; preds = %B734.endif
  %13 = getelementptr i32, ptr %arg.pairs.4, i64 %arg.pairs.5.1
  br label %B766.endif

B766.endif:                                       ; preds = %B766.endif, %B766.lr.ph
  %.1608673675 = phi i64 [ 0, %B766.lr.ph ], [ %.1615, %B766.endif ]
  %14 = shl i64 %.1608673675, 3
  %scevgep = getelementptr i8, ptr %arg.bounds.4, i64 %14
  %.1669 = load double, ptr %scevgep, align 8
  %.1671 = fsub double %longest.3.0.lcssa, %.1669
  %.1673 = fmul double %.908, %.1671
  %.5.i5 = fptosi double %.1673 to i64
  %.1615 = add nuw nsw i64 %.1608673675, 1
  %.1711 = icmp slt i64 %.5.i5, 0
  %.1712 = select i1 %.1711, i64 %arg.buckets.5.0, i64 0
  %15 = getelementptr i64, ptr %arg.buckets.4, i64 %.5.i5
  %.1726 = getelementptr i64, ptr %15, i64 %.1712
  %.1727 = load i64, ptr %.1726, align 8
  %.1757 = icmp slt i64 %.1727, 0
  %.1758 = select i1 %.1757, i64 %arg.pairs.5.1, i64 0
  %16 = getelementptr i32, ptr %13, i64 %.1727
  %.1780 = getelementptr i32, ptr %16, i64 %.1758
  %tmp1 = trunc i64 %.1608673675 to i32
  store i32 %tmp1, ptr %.1780, align 4
  %.1812 = load i64, ptr %.1726, align 8
  %.1813 = add nsw i64 %.1812, 1
  store i64 %.1813, ptr %.1726, align 8
  %exitcond688.not = icmp eq i64 %count.3.0.lcssa, %.1615
  br i1 %exitcond688.not, label %common.ret, label %B766.endif
}

define linkonce_odr range(i32 -1, -2) i32 @called_5(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readonly captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.starts.0, ptr readnone captures(none) %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr readonly captures(none) %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, ptr readnone captures(none) %arg.pairs.0, ptr readnone captures(none) %arg.pairs.1, i64 %arg.pairs.2, i64 %arg.pairs.3, ptr readonly captures(none) %arg.pairs.4, i64 %arg.pairs.5.0, i64 %arg.pairs.5.1, i64 %arg.pairs.6.0, i64 %arg.pairs.6.1, i64 %arg.count, ptr readnone captures(none) %arg.bounds.0, ptr readnone captures(none) %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr readonly captures(none) %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, double %arg.gap_mm, double %arg.floor, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0.endif:
  %.643 = alloca i8, align 1
  %excinfo.1 = alloca ptr, align 8
  %.1403 = alloca i8, align 1
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.260793.not = icmp slt i64 %arg.count, 1
  br i1 %.260793.not, label %B610, label %B60.lr.ph

B60.lr.ph:                                        ; preds = %B0.endif
  %0 = getelementptr i32, ptr %arg.pairs.4, i64 %arg.pairs.5.1
  %1 = trunc nuw i64 %arg.circles.5.0 to i32
  %2 = shl i64 %arg.starts.5.0, 2
  br label %B60

B60:                                              ; preds = %B611, %B60.lr.ph
  %best.2.sroa.0.0805 = phi double [ 0.000000e+00, %B60.lr.ph ], [ %best.3.sroa.0.1, %B611 ]
  %best.2.sroa.17.0804 = phi double [ 0.000000e+00, %B60.lr.ph ], [ %best.3.sroa.10.1, %B611 ]
  %best.2.sroa.34.0803 = phi double [ 0.000000e+00, %B60.lr.ph ], [ %best.3.sroa.20.1, %B611 ]
  %best.2.sroa.51.0802 = phi double [ 0.000000e+00, %B60.lr.ph ], [ %best.3.sroa.30.1, %B611 ]
  %best.2.sroa.68.0801 = phi double [ 0.000000e+00, %B60.lr.ph ], [ %best.3.sroa.40.1, %B611 ]
  %longest.2.0800 = phi double [ %arg.floor, %B60.lr.ph ], [ %longest.3.1, %B611 ]
  %.266770798 = phi i64 [ 0, %B60.lr.ph ], [ %.273, %B611 ]
  %.273 = add nuw nsw i64 %.266770798, 1
  %3 = getelementptr i32, ptr %0, i64 %.266770798
  %.351 = load i32, ptr %3, align 4
  %.357 = sext i32 %.351 to i64
  %.370 = icmp slt i32 %.351, 0
  %.371 = select i1 %.370, i64 %arg.bounds.5.0, i64 0
  %4 = getelementptr double, ptr %arg.bounds.4, i64 %.371
  %.385 = getelementptr double, ptr %4, i64 %.357
  %.386 = load double, ptr %.385, align 8
  %.388 = fcmp ugt double %.386, %longest.2.0800
  br i1 %.388, label %B108, label %B611

B108:                                             ; preds = %B60
  %5 = icmp eq i64 %arg.circles.5.0, 0
  br i1 %5, label %.thread, label %B108.else.if, !prof !10

B224:                                             ; preds = %32
  store i8 0, ptr %.643, align 1
  %.677 = call i32 @called_7(ptr nonnull %.643, ptr nonnull %excinfo.1, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr %arg.circles.0, ptr %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, i64 %.482.1.fr, i64 %.597.1, double %arg.gap_mm)
  %.687 = load i8, ptr %.643, align 1
  %.690 = icmp eq i8 %.687, 0
  br i1 %.690, label %B224.endif.thread, label %B224.endif

B326.loopexit:                                    ; preds = %B602, %B328.endif
  %longest.5.3.lcssa = phi double [ %longest.4.2750, %B328.endif ], [ %longest.6.4, %B602 ]
  %best.5.sroa.48.3.lcssa = phi double [ %best.4.sroa.44.2751, %B328.endif ], [ %best.6.sroa.40.4, %B602 ]
  %best.5.sroa.36.3.lcssa = phi double [ %best.4.sroa.33.2752, %B328.endif ], [ %best.6.sroa.30.4, %B602 ]
  %best.5.sroa.24.3.lcssa = phi double [ %best.4.sroa.22.2753, %B328.endif ], [ %best.6.sroa.20.4, %B602 ]
  %best.5.sroa.12.3.lcssa = phi double [ %best.4.sroa.11.2754, %B328.endif ], [ %best.6.sroa.10.4, %B602 ]
  %best.5.sroa.0.3.lcssa = phi double [ %best.4.sroa.0.2755, %B328.endif ], [ %best.6.sroa.0.4, %B602 ]
  %.878 = icmp sgt i32 %.877737749, 1
  br i1 %.878, label %B328.endif, label %B611

B542:                                             ; preds = %B434.endif
  store i8 0, ptr %.1403, align 1
  %.1437 = call i32 @called_8(ptr nonnull %.1403, ptr nonnull %excinfo.3, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr nonnull %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.982, double %.1037, double %.1286, double %.1341, double %arg.gap_mm, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %.1447 = load i8, ptr %.1403, align 1
  %.1450 = icmp eq i8 %.1447, 0
  %longest.5.3..1368 = select i1 %.1450, double %longest.5.3724, double %.6.i
  %best.5.sroa.48.3..1341 = select i1 %.1450, double %best.5.sroa.48.3725, double %.1341
  %best.5.sroa.36.3..1286 = select i1 %.1450, double %best.5.sroa.36.3726, double %.1286
  %best.5.sroa.24.3..1037 = select i1 %.1450, double %best.5.sroa.24.3727, double %.1037
  %best.5.sroa.12.3..982 = select i1 %.1450, double %best.5.sroa.12.3728, double %.982
  %best.5.sroa.0.3..1368 = select i1 %.1450, double %best.5.sroa.0.3729, double %.6.i
  %cond = icmp eq i32 %.1437, 0
  br i1 %cond, label %B602, label %B542.endif.if.if, !prof !6

B602:                                             ; preds = %B434.endif, %B542
  %longest.6.4 = phi double [ %longest.5.3..1368, %B542 ], [ %longest.5.3724, %B434.endif ]
  %best.6.sroa.40.4 = phi double [ %best.5.sroa.48.3..1341, %B542 ], [ %best.5.sroa.48.3725, %B434.endif ]
  %best.6.sroa.30.4 = phi double [ %best.5.sroa.36.3..1286, %B542 ], [ %best.5.sroa.36.3726, %B434.endif ]
  %best.6.sroa.20.4 = phi double [ %best.5.sroa.24.3..1037, %B542 ], [ %best.5.sroa.24.3727, %B434.endif ]
  %best.6.sroa.10.4 = phi double [ %best.5.sroa.12.3..982, %B542 ], [ %best.5.sroa.12.3728, %B434.endif ]
  %best.6.sroa.0.4 = phi double [ %best.5.sroa.0.3..1368, %B542 ], [ %best.5.sroa.0.3729, %B434.endif ]
  %lsr.iv.next = add i32 %lsr.iv, -1
  %.1199 = add i32 %.1192719722, 1
  %.1186 = icmp samesign ugt i32 %lsr.iv.next, 1
  br i1 %.1186, label %B434.endif, label %B326.loopexit

common.ret:                                       ; preds = %B542.endif.if.if, %B224.endif.if.if, %B610
  %common.ret.op = phi i32 [ 0, %B610 ], [ %.677, %B224.endif.if.if ], [ %.1437, %B542.endif.if.if ]
  ret i32 %common.ret.op

B610:                                             ; preds = %B611, %B0.endif
  %best.2.sroa.68.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.3.sroa.40.1, %B611 ]
  %best.2.sroa.51.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.3.sroa.30.1, %B611 ]
  %best.2.sroa.34.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.3.sroa.20.1, %B611 ]
  %best.2.sroa.17.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.3.sroa.10.1, %B611 ]
  %best.2.sroa.0.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.3.sroa.0.1, %B611 ]
  store double %best.2.sroa.0.0.lcssa, ptr %retptr, align 8
  %retptr.repack666 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.2.sroa.17.0.lcssa, ptr %retptr.repack666, align 8
  %retptr.repack668 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.2.sroa.34.0.lcssa, ptr %retptr.repack668, align 8
  %retptr.repack670 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.2.sroa.51.0.lcssa, ptr %retptr.repack670, align 8
  %retptr.repack672 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.2.sroa.68.0.lcssa, ptr %retptr.repack672, align 8
  br label %common.ret

B611:                                             ; preds = %B326.loopexit, %.thread, %B224.endif, %B60
  %longest.3.1 = phi double [ %longest.2.0800, %.thread ], [ %longest.2.0800, %B60 ], [ %longest.2.0800, %B224.endif ], [ %longest.5.3.lcssa, %B326.loopexit ]
  %best.3.sroa.40.1 = phi double [ %best.2.sroa.68.0801, %.thread ], [ %best.2.sroa.68.0801, %B60 ], [ %best.2.sroa.68.0801, %B224.endif ], [ %best.5.sroa.48.3.lcssa, %B326.loopexit ]
  %best.3.sroa.30.1 = phi double [ %best.2.sroa.51.0802, %.thread ], [ %best.2.sroa.51.0802, %B60 ], [ %best.2.sroa.51.0802, %B224.endif ], [ %best.5.sroa.36.3.lcssa, %B326.loopexit ]
  %best.3.sroa.20.1 = phi double [ %best.2.sroa.34.0803, %.thread ], [ %best.2.sroa.34.0803, %B60 ], [ %best.2.sroa.34.0803, %B224.endif ], [ %best.5.sroa.24.3.lcssa, %B326.loopexit ]
  %best.3.sroa.10.1 = phi double [ %best.2.sroa.17.0804, %.thread ], [ %best.2.sroa.17.0804, %B60 ], [ %best.2.sroa.17.0804, %B224.endif ], [ %best.5.sroa.12.3.lcssa, %B326.loopexit ]
  %best.3.sroa.0.1 = phi double [ %best.2.sroa.0.0805, %.thread ], [ %best.2.sroa.0.0805, %B60 ], [ %best.2.sroa.0.0805, %B224.endif ], [ %best.5.sroa.0.3.lcssa, %B326.loopexit ]
  %exitcond.not = icmp eq i64 %.273, %arg.count
  br i1 %exitcond.not, label %B610, label %B60

B108.else.if:                                     ; preds = %B108
  %6 = trunc i64 %.357 to i32
  %7 = icmp slt i32 %6, 0
  %.437 = select i1 %7, i64 %arg.pairs.5.1, i64 0
  %8 = getelementptr i32, ptr %arg.pairs.4, i64 %.437
  %.459 = getelementptr i32, ptr %8, i64 %.357
  %.460 = load i32, ptr %.459, align 4
  %.474 = sext i32 %.460 to i64
  %9 = or i64 %arg.circles.5.0, %.474
  %10 = icmp ult i64 %9, 4294967296
  br i1 %10, label %11, label %18

11:                                               ; preds = %B108.else.if
  %12 = trunc i64 %.474 to i32
  %13 = trunc i64 %.474 to i32
  %14 = udiv i32 %13, %1
  %15 = urem i32 %12, %1
  %16 = zext i32 %14 to i64
  %17 = zext i32 %15 to i64
  br label %32

18:                                               ; preds = %B108.else.if
  %19 = or i64 %.474, %arg.circles.5.0
  %20 = and i64 %19, -4294967296
  %21 = icmp eq i64 %20, 0
  br i1 %21, label %22, label %29

22:                                               ; preds = %18
  %23 = trunc i64 %arg.circles.5.0 to i32
  %24 = trunc i64 %.474 to i32
  %25 = udiv i32 %24, %23
  %26 = urem i32 %24, %23
  %27 = zext i32 %25 to i64
  %28 = zext i32 %26 to i64
  br label %32

29:                                               ; preds = %18
  %30 = sdiv i64 %.474, %arg.circles.5.0
  %31 = srem i64 %.474, %arg.circles.5.0
  br label %32

32:                                               ; preds = %22, %29, %11
  %33 = phi i64 [ %16, %11 ], [ %27, %22 ], [ %30, %29 ]
  %34 = phi i64 [ %17, %11 ], [ %28, %22 ], [ %31, %29 ]
  %.495 = xor i64 %34, %arg.circles.5.0
  %.496 = icmp slt i64 %.495, 0
  %.497 = icmp ne i64 %34, 0
  %.498 = and i1 %.497, %.496
  %.503 = sext i1 %.498 to i64
  %.482.1 = add nsw i64 %33, %.503
  %.482.1.fr = freeze i64 %.482.1
  %.617 = select i1 %.498, i64 %arg.circles.5.0, i64 0
  %.597.1 = add i64 %.617, %34
  %.635.not = icmp eq i64 %.482.1.fr, %.597.1
  br i1 %.635.not, label %B264.endif, label %B224

B224.endif:                                       ; preds = %B224
  %35 = icmp eq i32 %.677, 0
  br i1 %35, label %B611, label %B224.endif.if.if, !prof !6

B224.endif.thread:                                ; preds = %B224
  %36 = icmp eq i32 %.677, 0
  br i1 %36, label %B264.endif, label %B224.endif.if.if, !prof !6

B224.endif.if.if:                                 ; preds = %B224.endif.thread, %B224.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B264.endif:                                       ; preds = %B224.endif.thread, %32
  %rem.1.0651 = phi i64 [ %.482.1.fr, %32 ], [ %.597.1, %B224.endif.thread ]
  %.748 = icmp slt i64 %.482.1.fr, 0
  %spec.select = select i1 %.748, i64 %arg.starts.5.0, i64 0
  %37 = getelementptr i32, ptr %arg.starts.4, i64 %.482.1.fr
  %.763 = getelementptr i32, ptr %37, i64 %spec.select
  %.782 = icmp slt i64 %.482.1.fr, -1
  %spec.select860 = select i1 %.782, i64 %arg.starts.5.0, i64 0
  br label %.thread

.thread:                                          ; preds = %B264.endif, %B108
  %.764857.in = phi ptr [ %.763, %B264.endif ], [ %arg.starts.4, %B108 ]
  %38 = phi ptr [ %37, %B264.endif ], [ %arg.starts.4, %B108 ]
  %rem.1.0651848856 = phi i64 [ %rem.1.0651, %B264.endif ], [ 0, %B108 ]
  %39 = phi i64 [ %spec.select860, %B264.endif ], [ 0, %B108 ]
  %.764857 = load i32, ptr %.764857.in, align 4
  %40 = getelementptr i8, ptr %38, i64 4
  %.797 = getelementptr i32, ptr %40, i64 %39
  %.798 = load i32, ptr %.797, align 4
  %.835 = sub i32 %.798, %.764857
  %.878747.not = icmp slt i32 %.835, 1
  br i1 %.878747.not, label %B611, label %B328.endif.lr.ph

B328.endif.lr.ph:                                 ; preds = %.thread
  %.1058 = icmp slt i64 %rem.1.0651848856, 0
  %41 = getelementptr i32, ptr %arg.starts.4, i64 %rem.1.0651848856
  %.1090 = icmp slt i64 %rem.1.0651848856, -1
  %sunkaddr = select i1 %.1058, i64 %2, i64 0
  %sunkaddr8 = select i1 %.1090, i64 %2, i64 0
  br label %B328.endif

B328.endif:                                       ; preds = %B328.endif.lr.ph, %B326.loopexit
  %best.4.sroa.0.2755 = phi double [ %best.2.sroa.0.0805, %B328.endif.lr.ph ], [ %best.5.sroa.0.3.lcssa, %B326.loopexit ]
  %best.4.sroa.11.2754 = phi double [ %best.2.sroa.17.0804, %B328.endif.lr.ph ], [ %best.5.sroa.12.3.lcssa, %B326.loopexit ]
  %best.4.sroa.22.2753 = phi double [ %best.2.sroa.34.0803, %B328.endif.lr.ph ], [ %best.5.sroa.24.3.lcssa, %B326.loopexit ]
  %best.4.sroa.33.2752 = phi double [ %best.2.sroa.51.0802, %B328.endif.lr.ph ], [ %best.5.sroa.36.3.lcssa, %B326.loopexit ]
  %best.4.sroa.44.2751 = phi double [ %best.2.sroa.68.0801, %B328.endif.lr.ph ], [ %best.5.sroa.48.3.lcssa, %B326.loopexit ]
  %longest.4.2750 = phi double [ %longest.2.0800, %B328.endif.lr.ph ], [ %longest.5.3.lcssa, %B326.loopexit ]
  %.877737749 = phi i32 [ %.835, %B328.endif.lr.ph ], [ %.887, %B326.loopexit ]
  %.884739748 = phi i32 [ %.764857, %B328.endif.lr.ph ], [ %.891, %B326.loopexit ]
  %.887 = add nsw i32 %.877737749, -1
  %.891 = add i32 %.884739748, 1
  %.933 = sext i32 %.884739748 to i64
  %.955 = icmp slt i32 %.884739748, 0
  %.956 = select i1 %.955, i64 %arg.outline.0.5.0, i64 0
  %.957 = add i64 %.956, %.933
  %.977 = mul i64 %.957, %arg.outline.0.5.1
  %.981 = getelementptr double, ptr %arg.outline.0.4, i64 %.977
  %.982 = load double, ptr %.981, align 8
  %.1036 = getelementptr i8, ptr %.981, i64 8
  %.1037 = load double, ptr %.1036, align 8
  %sunkaddr3 = getelementptr i8, ptr %41, i64 %sunkaddr
  %.1074 = load i32, ptr %sunkaddr3, align 4
  %sunkaddr4 = getelementptr i8, ptr %41, i64 %sunkaddr8
  %sunkaddr5 = getelementptr i8, ptr %sunkaddr4, i64 4
  %.1106 = load i32, ptr %sunkaddr5, align 4
  %.1143 = sub i32 %.1106, %.1074
  %.1186721.not = icmp slt i32 %.1143, 1
  br i1 %.1186721.not, label %B326.loopexit, label %B434.endif.preheader

B434.endif.preheader:                             ; preds = %B328.endif
  %42 = add nuw i32 %.1143, 1
  br label %B434.endif

B434.endif:                                       ; preds = %B434.endif.preheader, %B602
  %lsr.iv = phi i32 [ %42, %B434.endif.preheader ], [ %lsr.iv.next, %B602 ]
  %best.5.sroa.0.3729 = phi double [ %best.4.sroa.0.2755, %B434.endif.preheader ], [ %best.6.sroa.0.4, %B602 ]
  %best.5.sroa.12.3728 = phi double [ %best.4.sroa.11.2754, %B434.endif.preheader ], [ %best.6.sroa.10.4, %B602 ]
  %best.5.sroa.24.3727 = phi double [ %best.4.sroa.22.2753, %B434.endif.preheader ], [ %best.6.sroa.20.4, %B602 ]
  %best.5.sroa.36.3726 = phi double [ %best.4.sroa.33.2752, %B434.endif.preheader ], [ %best.6.sroa.30.4, %B602 ]
  %best.5.sroa.48.3725 = phi double [ %best.4.sroa.44.2751, %B434.endif.preheader ], [ %best.6.sroa.40.4, %B602 ]
  %longest.5.3724 = phi double [ %longest.4.2750, %B434.endif.preheader ], [ %longest.6.4, %B602 ]
  %.1192719722 = phi i32 [ %.1074, %B434.endif.preheader ], [ %.1199, %B602 ]
  %.1237 = sext i32 %.1192719722 to i64
  %.1259 = icmp slt i32 %.1192719722, 0
  %.1260 = select i1 %.1259, i64 %arg.outline.0.5.0, i64 0
  %.1261 = add i64 %.1260, %.1237
  %.1281 = mul i64 %.1261, %arg.outline.0.5.1
  %.1285 = getelementptr double, ptr %arg.outline.0.4, i64 %.1281
  %.1286 = load double, ptr %.1285, align 8
  %.1340 = getelementptr i8, ptr %.1285, i64 8
  %.1341 = load double, ptr %.1340, align 8
  %.1350 = fsub double %.1286, %.982
  %.1353 = fsub double %.1341, %.1037
  %.6.i = tail call double @hypot(double %.1350, double %.1353), !noalias !11
  %.1383 = fcmp ogt double %.6.i, %longest.5.3724
  br i1 %.1383, label %B542, label %B602

B542.endif.if.if:                                 ; preds = %B542
  %.1438 = load ptr, ptr %excinfo.3, align 8
  %.1445.le = icmp sgt i32 %.1437, 0
  %.1446.le = select i1 %.1445.le, ptr %.1438, ptr undef
  store ptr %.1446.le, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr noundef range(i32 -1, -2) i32 @called_7(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readnone captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readnone captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readonly captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, i64 %arg.first, i64 %arg.second, double %arg.gap_mm) local_unnamed_addr #0 {
B246.preheader:
  %.133 = icmp slt i64 %arg.first, 0
  %.134 = select i1 %.133, i64 %arg.circles.5.0, i64 0
  %.135 = add i64 %.134, %arg.first
  %.155 = mul i64 %.135, %arg.circles.5.1
  %.159 = getelementptr double, ptr %arg.circles.4, i64 %.155
  %.160 = load double, ptr %.159, align 8
  %.212 = getelementptr i8, ptr %.159, i64 8
  %.213 = load double, ptr %.212, align 8
  %.265 = getelementptr i8, ptr %.159, i64 16
  %.266 = load double, ptr %.265, align 8
  %.301 = icmp slt i64 %arg.second, 0
  %.302 = select i1 %.301, i64 %arg.circles.5.0, i64 0
  %.303 = add i64 %.302, %arg.second
  %.323 = mul i64 %.303, %arg.circles.5.1
  %.327 = getelementptr double, ptr %arg.circles.4, i64 %.323
  %.328 = load double, ptr %.327, align 8
  %.380 = getelementptr i8, ptr %.327, i64 8
  %.381 = load double, ptr %.380, align 8
  %.433 = getelementptr i8, ptr %.327, i64 16
  %.434 = load double, ptr %.433, align 8
  %.446 = fsub double %.328, %.160
  %.449 = fsub double %.381, %.213
  %.6.i = tail call double @hypot(double %.446, double %.449), !noalias !14
  %.477 = fsub double %.6.i, %.266
  %.479 = fsub double %.477, %.434
  %.765 = fadd double %arg.gap_mm, 1.000000e-09
  %.515 = fmul double %.449, 5.000000e-01
  %.517 = fadd double %.213, %.515
  %.523 = fdiv double %.517, %arg.outline.7
  %.524 = fadd double %.523, 5.000000e-01
  %.5.i = fptosi double %.524 to i64
  %.553 = fmul double %.446, 5.000000e-01
  %.555 = fadd double %.160, %.553
  %.561 = fdiv double %.555, %arg.outline.6
  %.562 = fadd double %.561, 5.000000e-01
  %.5.i18 = fptosi double %.562 to i64
  %.609 = icmp slt i64 %.5.i, 0
  %.610 = select i1 %.609, i64 %arg.outline.5.5.0, i64 0
  %.611 = add i64 %.610, %.5.i
  %.612 = icmp slt i64 %.5.i18, 0
  %.613 = select i1 %.612, i64 %arg.outline.5.5.1, i64 0
  %.631 = mul i64 %.611, %arg.outline.5.5.1
  %0 = getelementptr double, ptr %arg.outline.5.4, i64 %.631
  %1 = getelementptr double, ptr %0, i64 %.5.i18
  %.635 = getelementptr double, ptr %1, i64 %.613
  %.636 = load double, ptr %.635, align 8
  %.640 = fmul double %.266, 5.000000e-01
  %.643 = fmul double %.434, 5.000000e-01
  %.644 = fadd double %.640, %.643
  %.645 = fsub double %.636, %.644
  %.650 = fcmp ogt double %.645, 0.000000e+00
  br i1 %.650, label %B448.endif.endif.endif, label %B246.preheader.1

common.ret:                                       ; preds = %B608.3, %B448.endif.endif.endif.3, %B448.endif.endif.endif, %B448.endif.endif.endif.2.3, %B448.endif.endif.endif.2.2, %B448.endif.endif.endif.2.1, %B448.endif.endif.endif.2, %B448.endif.endif.endif.1.1, %B448.endif.endif.endif.1
  %storemerge = phi i8 [ 1, %B448.endif.endif.endif ], [ 1, %B448.endif.endif.endif.1.1 ], [ 1, %B448.endif.endif.endif.2 ], [ 1, %B448.endif.endif.endif.2.1 ], [ 1, %B448.endif.endif.endif.2.2 ], [ 1, %B448.endif.endif.endif.2.3 ], [ 1, %B448.endif.endif.endif.1 ], [ 1, %B448.endif.endif.endif.3 ], [ 0, %B608.3 ]
  store i8 %storemerge, ptr %retptr, align 1
  ret i32 0

B246.preheader.1:                                 ; preds = %B448.endif.endif.endif, %B246.preheader
  %.515.1 = fmul double %.449, 2.500000e-01
  %.517.1 = fadd double %.213, %.515.1
  %.523.1 = fdiv double %.517.1, %arg.outline.7
  %.524.1 = fadd double %.523.1, 5.000000e-01
  %.5.i.1 = fptosi double %.524.1 to i64
  %.553.1 = fmul double %.446, 2.500000e-01
  %.555.1 = fadd double %.160, %.553.1
  %.561.1 = fdiv double %.555.1, %arg.outline.6
  %.562.1 = fadd double %.561.1, 5.000000e-01
  %.5.i18.1 = fptosi double %.562.1 to i64
  %.609.1 = icmp slt i64 %.5.i.1, 0
  %.610.1 = select i1 %.609.1, i64 %arg.outline.5.5.0, i64 0
  %.611.1 = add i64 %.610.1, %.5.i.1
  %.612.1 = icmp slt i64 %.5.i18.1, 0
  %.613.1 = select i1 %.612.1, i64 %arg.outline.5.5.1, i64 0
  %.631.1 = mul i64 %.611.1, %arg.outline.5.5.1
  %2 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.1
  %3 = getelementptr double, ptr %2, i64 %.5.i18.1
  %.635.1 = getelementptr double, ptr %3, i64 %.613.1
  %.636.1 = load double, ptr %.635.1, align 8
  %.640.1 = fmul double %.266, 7.500000e-01
  %.643.1 = fmul double %.434, 2.500000e-01
  %.644.1 = fadd double %.640.1, %.643.1
  %.645.1 = fsub double %.636.1, %.644.1
  %.650.1 = fcmp ogt double %.645.1, 0.000000e+00
  br i1 %.650.1, label %B448.endif.endif.endif.1, label %B608.1

B448.endif.endif.endif.1:                         ; preds = %B246.preheader.1
  %.654.1 = fmul double %.479, 2.500000e-01
  %.10.i.1 = fcmp olt double %.654.1, %.645.1
  %.11.i.1 = select i1 %.10.i.1, double %.654.1, double %.645.1
  %.690.1 = fmul double %.479, 7.500000e-01
  %.10.i19.1 = fcmp olt double %.690.1, %.645.1
  %.11.i20.1 = select i1 %.10.i19.1, double %.690.1, double %.645.1
  %.10.i21.1 = fcmp olt double %.11.i20.1, %.11.i.1
  %.11.i22.1 = select i1 %.10.i21.1, double %.11.i20.1, double %.11.i.1
  %.755.1 = fcmp ogt double %.11.i22.1, 0.000000e+00
  %.759.1 = fadd double %.11.i.1, %.11.i20.1
  %.766.1 = fcmp ogt double %.759.1, %.765
  %or.cond.1 = select i1 %.755.1, i1 %.766.1, i1 false
  br i1 %or.cond.1, label %common.ret, label %B608.1

B608.1:                                           ; preds = %B448.endif.endif.endif.1, %B246.preheader.1
  %.515.1.1 = fmul double %.449, 7.500000e-01
  %.517.1.1 = fadd double %.213, %.515.1.1
  %.523.1.1 = fdiv double %.517.1.1, %arg.outline.7
  %.524.1.1 = fadd double %.523.1.1, 5.000000e-01
  %.5.i.1.1 = fptosi double %.524.1.1 to i64
  %.553.1.1 = fmul double %.446, 7.500000e-01
  %.555.1.1 = fadd double %.160, %.553.1.1
  %.561.1.1 = fdiv double %.555.1.1, %arg.outline.6
  %.562.1.1 = fadd double %.561.1.1, 5.000000e-01
  %.5.i18.1.1 = fptosi double %.562.1.1 to i64
  %.609.1.1 = icmp slt i64 %.5.i.1.1, 0
  %.610.1.1 = select i1 %.609.1.1, i64 %arg.outline.5.5.0, i64 0
  %.611.1.1 = add i64 %.610.1.1, %.5.i.1.1
  %.612.1.1 = icmp slt i64 %.5.i18.1.1, 0
  %.613.1.1 = select i1 %.612.1.1, i64 %arg.outline.5.5.1, i64 0
  %.631.1.1 = mul i64 %.611.1.1, %arg.outline.5.5.1
  %4 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.1.1
  %5 = getelementptr double, ptr %4, i64 %.5.i18.1.1
  %.635.1.1 = getelementptr double, ptr %5, i64 %.613.1.1
  %.636.1.1 = load double, ptr %.635.1.1, align 8
  %.640.1.1 = fmul double %.266, 2.500000e-01
  %.643.1.1 = fmul double %.434, 7.500000e-01
  %.644.1.1 = fadd double %.640.1.1, %.643.1.1
  %.645.1.1 = fsub double %.636.1.1, %.644.1.1
  %.650.1.1 = fcmp ogt double %.645.1.1, 0.000000e+00
  br i1 %.650.1.1, label %B448.endif.endif.endif.1.1, label %B246.preheader.2

B448.endif.endif.endif.1.1:                       ; preds = %B608.1
  %.654.1.1 = fmul double %.479, 7.500000e-01
  %.10.i.1.1 = fcmp olt double %.654.1.1, %.645.1.1
  %.11.i.1.1 = select i1 %.10.i.1.1, double %.654.1.1, double %.645.1.1
  %.690.1.1 = fmul double %.479, 2.500000e-01
  %.10.i19.1.1 = fcmp olt double %.690.1.1, %.645.1.1
  %.11.i20.1.1 = select i1 %.10.i19.1.1, double %.690.1.1, double %.645.1.1
  %.10.i21.1.1 = fcmp olt double %.11.i20.1.1, %.11.i.1.1
  %.11.i22.1.1 = select i1 %.10.i21.1.1, double %.11.i20.1.1, double %.11.i.1.1
  %.755.1.1 = fcmp ogt double %.11.i22.1.1, 0.000000e+00
  %.759.1.1 = fadd double %.11.i.1.1, %.11.i20.1.1
  %.766.1.1 = fcmp ogt double %.759.1.1, %.765
  %or.cond.1.1 = select i1 %.755.1.1, i1 %.766.1.1, i1 false
  br i1 %or.cond.1.1, label %common.ret, label %B246.preheader.2

B246.preheader.2:                                 ; preds = %B448.endif.endif.endif.1.1, %B608.1
  %.515.2 = fmul double %.449, 1.250000e-01
  %.517.2 = fadd double %.213, %.515.2
  %.523.2 = fdiv double %.517.2, %arg.outline.7
  %.524.2 = fadd double %.523.2, 5.000000e-01
  %.5.i.2 = fptosi double %.524.2 to i64
  %.553.2 = fmul double %.446, 1.250000e-01
  %.555.2 = fadd double %.160, %.553.2
  %.561.2 = fdiv double %.555.2, %arg.outline.6
  %.562.2 = fadd double %.561.2, 5.000000e-01
  %.5.i18.2 = fptosi double %.562.2 to i64
  %.609.2 = icmp slt i64 %.5.i.2, 0
  %.610.2 = select i1 %.609.2, i64 %arg.outline.5.5.0, i64 0
  %.611.2 = add i64 %.610.2, %.5.i.2
  %.612.2 = icmp slt i64 %.5.i18.2, 0
  %.613.2 = select i1 %.612.2, i64 %arg.outline.5.5.1, i64 0
  %.631.2 = mul i64 %.611.2, %arg.outline.5.5.1
  %6 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.2
  %7 = getelementptr double, ptr %6, i64 %.5.i18.2
  %.635.2 = getelementptr double, ptr %7, i64 %.613.2
  %.636.2 = load double, ptr %.635.2, align 8
  %.640.2 = fmul double %.266, 8.750000e-01
  %.643.2 = fmul double %.434, 1.250000e-01
  %.644.2 = fadd double %.640.2, %.643.2
  %.645.2 = fsub double %.636.2, %.644.2
  %.650.2 = fcmp ogt double %.645.2, 0.000000e+00
  br i1 %.650.2, label %B448.endif.endif.endif.2, label %B608.2

B448.endif.endif.endif.2:                         ; preds = %B246.preheader.2
  %.654.2 = fmul double %.479, 1.250000e-01
  %.10.i.2 = fcmp olt double %.654.2, %.645.2
  %.11.i.2 = select i1 %.10.i.2, double %.654.2, double %.645.2
  %.690.2 = fmul double %.479, 8.750000e-01
  %.10.i19.2 = fcmp olt double %.690.2, %.645.2
  %.11.i20.2 = select i1 %.10.i19.2, double %.690.2, double %.645.2
  %.10.i21.2 = fcmp olt double %.11.i20.2, %.11.i.2
  %.11.i22.2 = select i1 %.10.i21.2, double %.11.i20.2, double %.11.i.2
  %.755.2 = fcmp ogt double %.11.i22.2, 0.000000e+00
  %.759.2 = fadd double %.11.i.2, %.11.i20.2
  %.766.2 = fcmp ogt double %.759.2, %.765
  %or.cond.2 = select i1 %.755.2, i1 %.766.2, i1 false
  br i1 %or.cond.2, label %common.ret, label %B608.2

B608.2:                                           ; preds = %B448.endif.endif.endif.2, %B246.preheader.2
  %.515.2.1 = fmul double %.449, 3.750000e-01
  %.517.2.1 = fadd double %.213, %.515.2.1
  %.523.2.1 = fdiv double %.517.2.1, %arg.outline.7
  %.524.2.1 = fadd double %.523.2.1, 5.000000e-01
  %.5.i.2.1 = fptosi double %.524.2.1 to i64
  %.553.2.1 = fmul double %.446, 3.750000e-01
  %.555.2.1 = fadd double %.160, %.553.2.1
  %.561.2.1 = fdiv double %.555.2.1, %arg.outline.6
  %.562.2.1 = fadd double %.561.2.1, 5.000000e-01
  %.5.i18.2.1 = fptosi double %.562.2.1 to i64
  %.609.2.1 = icmp slt i64 %.5.i.2.1, 0
  %.610.2.1 = select i1 %.609.2.1, i64 %arg.outline.5.5.0, i64 0
  %.611.2.1 = add i64 %.610.2.1, %.5.i.2.1
  %.612.2.1 = icmp slt i64 %.5.i18.2.1, 0
  %.613.2.1 = select i1 %.612.2.1, i64 %arg.outline.5.5.1, i64 0
  %.631.2.1 = mul i64 %.611.2.1, %arg.outline.5.5.1
  %8 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.2.1
  %9 = getelementptr double, ptr %8, i64 %.5.i18.2.1
  %.635.2.1 = getelementptr double, ptr %9, i64 %.613.2.1
  %.636.2.1 = load double, ptr %.635.2.1, align 8
  %.640.2.1 = fmul double %.266, 6.250000e-01
  %.643.2.1 = fmul double %.434, 3.750000e-01
  %.644.2.1 = fadd double %.640.2.1, %.643.2.1
  %.645.2.1 = fsub double %.636.2.1, %.644.2.1
  %.650.2.1 = fcmp ogt double %.645.2.1, 0.000000e+00
  br i1 %.650.2.1, label %B448.endif.endif.endif.2.1, label %B608.2.1

B448.endif.endif.endif.2.1:                       ; preds = %B608.2
  %.654.2.1 = fmul double %.479, 3.750000e-01
  %.10.i.2.1 = fcmp olt double %.654.2.1, %.645.2.1
  %.11.i.2.1 = select i1 %.10.i.2.1, double %.654.2.1, double %.645.2.1
  %.690.2.1 = fmul double %.479, 6.250000e-01
  %.10.i19.2.1 = fcmp olt double %.690.2.1, %.645.2.1
  %.11.i20.2.1 = select i1 %.10.i19.2.1, double %.690.2.1, double %.645.2.1
  %.10.i21.2.1 = fcmp olt double %.11.i20.2.1, %.11.i.2.1
  %.11.i22.2.1 = select i1 %.10.i21.2.1, double %.11.i20.2.1, double %.11.i.2.1
  %.755.2.1 = fcmp ogt double %.11.i22.2.1, 0.000000e+00
  %.759.2.1 = fadd double %.11.i.2.1, %.11.i20.2.1
  %.766.2.1 = fcmp ogt double %.759.2.1, %.765
  %or.cond.2.1 = select i1 %.755.2.1, i1 %.766.2.1, i1 false
  br i1 %or.cond.2.1, label %common.ret, label %B608.2.1

B608.2.1:                                         ; preds = %B448.endif.endif.endif.2.1, %B608.2
  %.515.2.2 = fmul double %.449, 6.250000e-01
  %.517.2.2 = fadd double %.213, %.515.2.2
  %.523.2.2 = fdiv double %.517.2.2, %arg.outline.7
  %.524.2.2 = fadd double %.523.2.2, 5.000000e-01
  %.5.i.2.2 = fptosi double %.524.2.2 to i64
  %.553.2.2 = fmul double %.446, 6.250000e-01
  %.555.2.2 = fadd double %.160, %.553.2.2
  %.561.2.2 = fdiv double %.555.2.2, %arg.outline.6
  %.562.2.2 = fadd double %.561.2.2, 5.000000e-01
  %.5.i18.2.2 = fptosi double %.562.2.2 to i64
  %.609.2.2 = icmp slt i64 %.5.i.2.2, 0
  %.610.2.2 = select i1 %.609.2.2, i64 %arg.outline.5.5.0, i64 0
  %.611.2.2 = add i64 %.610.2.2, %.5.i.2.2
  %.612.2.2 = icmp slt i64 %.5.i18.2.2, 0
  %.613.2.2 = select i1 %.612.2.2, i64 %arg.outline.5.5.1, i64 0
  %.631.2.2 = mul i64 %.611.2.2, %arg.outline.5.5.1
  %10 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.2.2
  %11 = getelementptr double, ptr %10, i64 %.5.i18.2.2
  %.635.2.2 = getelementptr double, ptr %11, i64 %.613.2.2
  %.636.2.2 = load double, ptr %.635.2.2, align 8
  %.640.2.2 = fmul double %.266, 3.750000e-01
  %.643.2.2 = fmul double %.434, 6.250000e-01
  %.644.2.2 = fadd double %.640.2.2, %.643.2.2
  %.645.2.2 = fsub double %.636.2.2, %.644.2.2
  %.650.2.2 = fcmp ogt double %.645.2.2, 0.000000e+00
  br i1 %.650.2.2, label %B448.endif.endif.endif.2.2, label %B608.2.2

B448.endif.endif.endif.2.2:                       ; preds = %B608.2.1
  %.654.2.2 = fmul double %.479, 6.250000e-01
  %.10.i.2.2 = fcmp olt double %.654.2.2, %.645.2.2
  %.11.i.2.2 = select i1 %.10.i.2.2, double %.654.2.2, double %.645.2.2
  %.690.2.2 = fmul double %.479, 3.750000e-01
  %.10.i19.2.2 = fcmp olt double %.690.2.2, %.645.2.2
  %.11.i20.2.2 = select i1 %.10.i19.2.2, double %.690.2.2, double %.645.2.2
  %.10.i21.2.2 = fcmp olt double %.11.i20.2.2, %.11.i.2.2
  %.11.i22.2.2 = select i1 %.10.i21.2.2, double %.11.i20.2.2, double %.11.i.2.2
  %.755.2.2 = fcmp ogt double %.11.i22.2.2, 0.000000e+00
  %.759.2.2 = fadd double %.11.i.2.2, %.11.i20.2.2
  %.766.2.2 = fcmp ogt double %.759.2.2, %.765
  %or.cond.2.2 = select i1 %.755.2.2, i1 %.766.2.2, i1 false
  br i1 %or.cond.2.2, label %common.ret, label %B608.2.2

B608.2.2:                                         ; preds = %B448.endif.endif.endif.2.2, %B608.2.1
  %.515.2.3 = fmul double %.449, 8.750000e-01
  %.517.2.3 = fadd double %.213, %.515.2.3
  %.523.2.3 = fdiv double %.517.2.3, %arg.outline.7
  %.524.2.3 = fadd double %.523.2.3, 5.000000e-01
  %.5.i.2.3 = fptosi double %.524.2.3 to i64
  %.553.2.3 = fmul double %.446, 8.750000e-01
  %.555.2.3 = fadd double %.160, %.553.2.3
  %.561.2.3 = fdiv double %.555.2.3, %arg.outline.6
  %.562.2.3 = fadd double %.561.2.3, 5.000000e-01
  %.5.i18.2.3 = fptosi double %.562.2.3 to i64
  %.609.2.3 = icmp slt i64 %.5.i.2.3, 0
  %.610.2.3 = select i1 %.609.2.3, i64 %arg.outline.5.5.0, i64 0
  %.611.2.3 = add i64 %.610.2.3, %.5.i.2.3
  %.612.2.3 = icmp slt i64 %.5.i18.2.3, 0
  %.613.2.3 = select i1 %.612.2.3, i64 %arg.outline.5.5.1, i64 0
  %.631.2.3 = mul i64 %.611.2.3, %arg.outline.5.5.1
  %12 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.2.3
  %13 = getelementptr double, ptr %12, i64 %.5.i18.2.3
  %.635.2.3 = getelementptr double, ptr %13, i64 %.613.2.3
  %.636.2.3 = load double, ptr %.635.2.3, align 8
  %.640.2.3 = fmul double %.266, 1.250000e-01
  %.643.2.3 = fmul double %.434, 8.750000e-01
  %.644.2.3 = fadd double %.640.2.3, %.643.2.3
  %.645.2.3 = fsub double %.636.2.3, %.644.2.3
  %.650.2.3 = fcmp ogt double %.645.2.3, 0.000000e+00
  br i1 %.650.2.3, label %B448.endif.endif.endif.2.3, label %B246.endif.endif.endif.endif.3.preheader

B448.endif.endif.endif.2.3:                       ; preds = %B608.2.2
  %.654.2.3 = fmul double %.479, 8.750000e-01
  %.10.i.2.3 = fcmp olt double %.654.2.3, %.645.2.3
  %.11.i.2.3 = select i1 %.10.i.2.3, double %.654.2.3, double %.645.2.3
  %.690.2.3 = fmul double %.479, 1.250000e-01
  %.10.i19.2.3 = fcmp olt double %.690.2.3, %.645.2.3
  %.11.i20.2.3 = select i1 %.10.i19.2.3, double %.690.2.3, double %.645.2.3
  %.10.i21.2.3 = fcmp olt double %.11.i20.2.3, %.11.i.2.3
  %.11.i22.2.3 = select i1 %.10.i21.2.3, double %.11.i20.2.3, double %.11.i.2.3
  %.755.2.3 = fcmp ogt double %.11.i22.2.3, 0.000000e+00
  %.759.2.3 = fadd double %.11.i.2.3, %.11.i20.2.3
  %.766.2.3 = fcmp ogt double %.759.2.3, %.765
  %or.cond.2.3 = select i1 %.755.2.3, i1 %.766.2.3, i1 false
  br i1 %or.cond.2.3, label %common.ret, label %B246.endif.endif.endif.endif.3.preheader

B246.endif.endif.endif.endif.3.preheader:         ; preds = %B448.endif.endif.endif.2.3, %B608.2.2
  br label %B246.endif.endif.endif.endif.3

B246.endif.endif.endif.endif.3:                   ; preds = %B246.endif.endif.endif.endif.3.preheader, %B608.3
  %share.2.1.3 = phi double [ %.804.3, %B608.3 ], [ 6.250000e-02, %B246.endif.endif.endif.endif.3.preheader ]
  %.515.3 = fmul double %.449, %share.2.1.3
  %.517.3 = fadd double %.213, %.515.3
  %.523.3 = fdiv double %.517.3, %arg.outline.7
  %.524.3 = fadd double %.523.3, 5.000000e-01
  %.5.i.3 = fptosi double %.524.3 to i64
  %.553.3 = fmul double %.446, %share.2.1.3
  %.555.3 = fadd double %.160, %.553.3
  %.561.3 = fdiv double %.555.3, %arg.outline.6
  %.562.3 = fadd double %.561.3, 5.000000e-01
  %.5.i18.3 = fptosi double %.562.3 to i64
  %.609.3 = icmp slt i64 %.5.i.3, 0
  %.610.3 = select i1 %.609.3, i64 %arg.outline.5.5.0, i64 0
  %.611.3 = add i64 %.610.3, %.5.i.3
  %.612.3 = icmp slt i64 %.5.i18.3, 0
  %.613.3 = select i1 %.612.3, i64 %arg.outline.5.5.1, i64 0
  %.631.3 = mul i64 %.611.3, %arg.outline.5.5.1
  %14 = getelementptr double, ptr %arg.outline.5.4, i64 %.631.3
  %15 = getelementptr double, ptr %14, i64 %.5.i18.3
  %.635.3 = getelementptr double, ptr %15, i64 %.613.3
  %.636.3 = load double, ptr %.635.3, align 8
  %.638.3 = fsub double 1.000000e+00, %share.2.1.3
  %.640.3 = fmul double %.266, %.638.3
  %.643.3 = fmul double %.434, %share.2.1.3
  %.644.3 = fadd double %.643.3, %.640.3
  %.645.3 = fsub double %.636.3, %.644.3
  %.650.3 = fcmp ogt double %.645.3, 0.000000e+00
  br i1 %.650.3, label %B448.endif.endif.endif.3, label %B608.3

B448.endif.endif.endif.3:                         ; preds = %B246.endif.endif.endif.endif.3
  %.654.3 = fmul double %.479, %share.2.1.3
  %.10.i.3 = fcmp olt double %.654.3, %.645.3
  %.11.i.3 = select i1 %.10.i.3, double %.654.3, double %.645.3
  %.690.3 = fmul double %.479, %.638.3
  %.10.i19.3 = fcmp olt double %.690.3, %.645.3
  %.11.i20.3 = select i1 %.10.i19.3, double %.690.3, double %.645.3
  %.10.i21.3 = fcmp olt double %.11.i20.3, %.11.i.3
  %.11.i22.3 = select i1 %.10.i21.3, double %.11.i20.3, double %.11.i.3
  %.755.3 = fcmp ogt double %.11.i22.3, 0.000000e+00
  %.759.3 = fadd double %.11.i.3, %.11.i20.3
  %.766.3 = fcmp ogt double %.759.3, %.765
  %or.cond.3 = select i1 %.755.3, i1 %.766.3, i1 false
  br i1 %or.cond.3, label %common.ret, label %B608.3

B608.3:                                           ; preds = %B448.endif.endif.endif.3, %B246.endif.endif.endif.endif.3
  %.804.3 = fadd double %share.2.1.3, 1.250000e-01
  %.807.3 = fcmp olt double %.804.3, 1.000000e+00
  br i1 %.807.3, label %B246.endif.endif.endif.endif.3, label %common.ret

B448.endif.endif.endif:                           ; preds = %B246.preheader
  %.654 = fmul double %.479, 5.000000e-01
  %.10.i = fcmp olt double %.654, %.645
  %.11.i = select i1 %.10.i, double %.654, double %.645
  %.755 = fcmp ogt double %.11.i, 0.000000e+00
  %.759 = fadd double %.11.i, %.11.i
  %.766 = fcmp ogt double %.759, %.765
  %or.cond = select i1 %.755, i1 %.766, i1 false
  br i1 %or.cond, label %common.ret, label %B246.preheader.1
}

define linkonce_odr range(i32 -1, -2) i32 @called_8(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readonly captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.x0, double %arg.y0, double %arg.x1, double %arg.y1, double %arg.gap_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0.endif:
  %.547 = alloca i64, align 8
  %excinfo.8 = alloca ptr, align 8
  %.122 = fsub double %arg.x1, %arg.x0
  %.125 = fsub double %arg.y1, %arg.y0
  %.6.i = tail call double @hypot(double %.122, double %.125), !noalias !17
  %.157 = fcmp ugt double %.6.i, %arg.gap_mm
  br i1 %.157, label %B74.endif, label %B70

common.ret:                                       ; preds = %B562.endif.endif.if.if, %B562.endif.endif.endif, %B458, %B70
  %common.ret.op = phi i32 [ 0, %B70 ], [ 0, %B458 ], [ %.581, %B562.endif.endif.if.if ], [ 0, %B562.endif.endif.endif ]
  ret i32 %common.ret.op

B70:                                              ; preds = %B0.endif
  store i8 1, ptr %retptr, align 1
  br label %common.ret

B150:                                             ; preds = %B490.endif, %B150.preheader
  %step.2.0 = phi double [ %.222, %B490.endif ], [ 1.000000e+00, %B150.preheader ]
  %.222 = fmul double %step.2.0, 5.000000e-01
  %.232 = fcmp olt double %.222, 1.000000e+00
  br i1 %.232, label %B176.preheader, label %B490.endif

B176.preheader:                                   ; preds = %B150
  %.456 = fmul double %.222, 2.000000e+00
  br label %B176.endif.endif.endif.endif.endif.endif

B458:                                             ; preds = %B176.endif.endif.endif.endif.endif.endif
  store i8 0, ptr %retptr, align 1
  br label %common.ret

B462:                                             ; preds = %B176.endif.endif.endif.endif.endif.endif
  %.458 = fadd double %.456, %share.2.1
  %.461 = fcmp olt double %.458, 1.000000e+00
  br i1 %.461, label %B176.endif.endif.endif.endif.endif.endif, label %B490.endif

B74.endif:                                        ; preds = %B0.endif
  %.10.i = fcmp olt double %arg.outline.7, %arg.outline.6
  %.11.i = select i1 %.10.i, double %arg.outline.7, double %arg.outline.6
  %.215 = fmul double %.11.i, 2.000000e+00
  %.216 = fcmp ogt double %.6.i, %.215
  br i1 %.216, label %B150.preheader, label %B562.endif

B150.preheader:                                   ; preds = %B74.endif
  %.429 = fadd double %arg.gap_mm, 1.000000e-09
  br label %B150

B176.endif.endif.endif.endif.endif.endif:         ; preds = %B462, %B176.preheader
  %share.2.1 = phi double [ %.458, %B462 ], [ %.222, %B176.preheader ]
  %.241 = fmul double %.125, %share.2.1
  %.243 = fadd double %arg.y0, %.241
  %.249 = fdiv double %.243, %arg.outline.7
  %.250 = fadd double %.249, 5.000000e-01
  %.5.i = fptosi double %.250 to i64
  %.279 = fmul double %.122, %share.2.1
  %.281 = fadd double %arg.x0, %.279
  %.287 = fdiv double %.281, %arg.outline.6
  %.288 = fadd double %.287, 5.000000e-01
  %.5.i18 = fptosi double %.288 to i64
  %.336 = icmp slt i64 %.5.i, 0
  %.337 = select i1 %.336, i64 %arg.outline.5.5.0, i64 0
  %.338 = add i64 %.337, %.5.i
  %.339 = icmp slt i64 %.5.i18, 0
  %.340 = select i1 %.339, i64 %arg.outline.5.5.1, i64 0
  %.358 = mul i64 %.338, %arg.outline.5.5.1
  %0 = getelementptr double, ptr %arg.outline.5.4, i64 %.358
  %1 = getelementptr double, ptr %0, i64 %.5.i18
  %.362 = getelementptr double, ptr %1, i64 %.340
  %.363 = load double, ptr %.362, align 8
  %.366 = fmul double %.6.i, %share.2.1
  %.10.i19 = fcmp olt double %.366, %.363
  %.11.i20 = select i1 %.10.i19, double %.366, double %.363
  %.396 = fsub double 1.000000e+00, %share.2.1
  %.398 = fmul double %.6.i, %.396
  %.10.i21 = fcmp olt double %.398, %.363
  %.11.i22 = select i1 %.10.i21, double %.398, double %.363
  %.427 = fadd double %.11.i20, %.11.i22
  %.430 = fcmp ogt double %.427, %.429
  br i1 %.430, label %B458, label %B462

B490.endif:                                       ; preds = %B462, %B150
  %.475 = fmul double %.6.i, %.222
  %.511 = fcmp ogt double %.475, %.215
  br i1 %.511, label %B150, label %B562.endif

B562.endif:                                       ; preds = %B490.endif, %B74.endif
  %.529 = fdiv double %.122, %.6.i
  %.539 = fdiv double %.125, %.6.i
  store i64 0, ptr %.547, align 8
  %.581 = call i32 @called_6(ptr nonnull %.547, ptr nonnull %excinfo.8, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.x0, double %arg.y0, double %.529, double %.539, double 0.000000e+00, double %.6.i, double %arg.gap_mm, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %cond = icmp eq i32 %.581, 0
  br i1 %cond, label %B562.endif.endif.endif, label %B562.endif.endif.if.if, !prof !6

B562.endif.endif.endif:                           ; preds = %B562.endif
  %.591 = load i64, ptr %.547, align 8
  %.613 = icmp sgt i64 %.591, -1
  %.614 = zext i1 %.613 to i8
  store i8 %.614, ptr %retptr, align 1
  br label %common.ret

B562.endif.endif.if.if:                           ; preds = %B562.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr range(i32 -1, -2) i32 @called_1(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readonly captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readonly captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.starts.0, ptr readnone captures(none) %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr readonly captures(none) %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, double %arg.radius, double %arg.gap_mm, double %arg.floor, ptr readnone captures(none) %arg.fans.0, ptr readnone captures(none) %arg.fans.1, i64 %arg.fans.2, i64 %arg.fans.3, ptr captures(none) %arg.fans.4, i64 %arg.fans.5.0, i64 %arg.fans.5.1, i64 %arg.fans.6.0, i64 %arg.fans.6.1, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0.endif:
  %.1514 = alloca [5 x double], align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.10.i = fcmp olt double %arg.outline.7, %arg.outline.6
  %.11.i = select i1 %.10.i, double %arg.outline.7, double %arg.outline.6
  %.189 = fmul double %.11.i, 2.000000e+00
  %.194 = fdiv double %.189, %arg.radius
  %.3011274.not = icmp slt i64 %arg.outline.0.5.0, 1
  br i1 %.3011274.not, label %B1028, label %B162.lr.ph

B162:                                             ; preds = %B162.lr.ph, %B1058
  %best.4.sroa.0.01283 = phi double [ %arg.floor, %B162.lr.ph ], [ %best.5.sroa.0.1, %B1058 ]
  %best.4.sroa.17.01282 = phi double [ 0.000000e+00, %B162.lr.ph ], [ %best.5.sroa.8.1, %B1058 ]
  %best.4.sroa.34.01281 = phi double [ 0.000000e+00, %B162.lr.ph ], [ %best.5.sroa.16.1, %B1058 ]
  %best.4.sroa.51.01280 = phi double [ 0.000000e+00, %B162.lr.ph ], [ %best.5.sroa.24.1, %B1058 ]
  %best.4.sroa.68.01279 = phi double [ 0.000000e+00, %B162.lr.ph ], [ %best.5.sroa.32.1, %B1058 ]
  %.30712611277 = phi i64 [ 0, %B162.lr.ph ], [ %.314, %B1058 ]
  %.314 = add nuw nsw i64 %.30712611277, 1
  %.392 = mul i64 %.30712611277, %arg.outline.0.5.1
  %.396 = getelementptr double, ptr %arg.outline.0.4, i64 %.392
  %.397 = load double, ptr %.396, align 8
  %.452 = getelementptr i8, ptr %.396, i64 8
  %.453 = load double, ptr %.452, align 8
  %.510 = mul i64 %.30712611277, %arg.outline.1.5.1
  %.514 = getelementptr double, ptr %arg.outline.1.4, i64 %.510
  %.515 = load double, ptr %.514, align 8
  %.517 = fsub double %.397, %.515
  %.572 = getelementptr i8, ptr %.514, i64 8
  %.573 = load double, ptr %.572, align 8
  %.575 = fsub double %.453, %.573
  %.632 = mul i64 %.30712611277, %arg.outline.2.5.1
  %.636 = getelementptr double, ptr %arg.outline.2.4, i64 %.632
  %.637 = load double, ptr %.636, align 8
  %.639 = fsub double %.637, %.397
  %.694 = getelementptr i8, ptr %.636, i64 8
  %.695 = load double, ptr %.694, align 8
  %.697 = fsub double %.695, %.453
  %.699 = fmul double %.517, %.697
  %.701 = fmul double %.575, %.639
  %.702 = fsub double %.699, %.701
  %.704 = fmul double %.517, %.639
  %.706 = fmul double %.575, %.697
  %.707 = fadd double %.704, %.706
  %.708 = tail call double @atan2(double %.702, double %.707)
  %.713 = fcmp ogt double %.708, -1.000000e-09
  br i1 %.713, label %B1058, label %B460.endif.endif

B552:                                             ; preds = %B552.outer, %B1057
  %waiting.6.3 = phi i64 [ %waiting.4.3, %B1057 ], [ %waiting.6.3.ph, %B552.outer ]
  %0 = fcmp olt double %.191.i, %.209.i
  %.900 = add nsw i64 %waiting.6.3, -1
  %.933.inv = icmp sgt i64 %waiting.6.3, 0
  %.934 = select i1 %.933.inv, i64 0, i64 %arg.fans.5.0
  %.935 = add i64 %.934, %.900
  %.955 = mul i64 %.935, %arg.fans.5.1
  %.959 = getelementptr double, ptr %arg.fans.4, i64 %.955
  %.960 = load double, ptr %.959, align 8
  %.1014 = getelementptr i8, ptr %.959, i64 8
  %.1015 = load double, ptr %.1014, align 8
  %.1023 = tail call double @llvm.cos.f64(double %.960)
  %.1025 = tail call double @llvm.sin.f64(double %.960)
  %.147.i = fdiv double %.1023, %arg.outline.6
  %.152.i = fdiv double %.1025, %arg.outline.7
  br i1 %0, label %B228.endif.endif.endif.endif.endif.endif.i.preheader, label %B552.endif.endif

B228.endif.endif.endif.endif.endif.endif.i.preheader: ; preds = %B552
  br label %B228.endif.endif.endif.endif.endif.endif.i

B480.i:                                           ; preds = %B228.endif.endif.endif.endif.endif.endif.i
  %.471.i = fsub double %at.2.0.i, %.452.i
  %.473.i = fcmp ogt double %.471.i, %empty_to.2.0.i
  %.10.i41.i = fcmp olt double %.471.i, 0.000000e+00
  %.11.i42.i = select i1 %.10.i41.i, double 0.000000e+00, double %.471.i
  %empty_from.2.1.i = select i1 %.473.i, double %.11.i42.i, double %empty_from.3.0.i
  %.516.i = fadd double %at.2.0.i, %.452.i
  %.520.i = fsub double %.516.i, %empty_from.2.1.i
  %.523.i = fcmp ogt double %.520.i, %.522.i
  br i1 %.523.i, label %B552.endif, label %B584.endif.i

B228.endif.endif.endif.endif.endif.endif.i:       ; preds = %B228.endif.endif.endif.endif.endif.endif.i.preheader, %B584.endif.i
  %empty_from.3.0.i = phi double [ %empty_from.4.1.i, %B584.endif.i ], [ -1.000000e+00, %B228.endif.endif.endif.endif.endif.endif.i.preheader ]
  %empty_to.2.0.i = phi double [ %empty_to.3.1.i, %B584.endif.i ], [ -1.000000e+00, %B228.endif.endif.endif.endif.endif.endif.i.preheader ]
  %at.2.0.i = phi double [ %.606.i, %B584.endif.i ], [ %.191.i, %B228.endif.endif.endif.endif.endif.endif.i.preheader ]
  %.227.i = fmul double %.152.i, %at.2.0.i
  %.229.i = fadd double %.136.i, %.227.i
  %.5.i.i = fptosi double %.229.i to i64
  %.11.i45.i = tail call i64 @llvm.smax.i64(i64 %.5.i.i, i64 0)
  %.11.i46.i = tail call i64 @llvm.smin.i64(i64 %.283.i, i64 %.11.i45.i)
  %.314.i = fmul double %.147.i, %at.2.0.i
  %.316.i = fadd double %.130.i, %.314.i
  %.5.i47.i = fptosi double %.316.i to i64
  %.11.i48.i = tail call i64 @llvm.smax.i64(i64 %.5.i47.i, i64 0)
  %.11.i49.i = tail call i64 @llvm.smin.i64(i64 %.370.i, i64 %.11.i48.i)
  %.423.i = add i64 %.11.i46.i, %.422.i
  %.443.i = mul i64 %.423.i, %arg.outline.5.5.1
  %1 = getelementptr double, ptr %arg.outline.5.4, i64 %.443.i
  %2 = getelementptr double, ptr %1, i64 %.11.i49.i
  %.447.i = getelementptr double, ptr %2, i64 %.425.i
  %.448.i = load double, ptr %.447.i, align 8, !noalias !20
  %.451.i = fmul double %.1015, %at.2.0.i
  %.452.i = fsub double %.448.i, %.451.i
  %.457.i = fcmp ogt double %.452.i, 0.000000e+00
  br i1 %.457.i, label %B480.i, label %B584.endif.i

B584.endif.i:                                     ; preds = %B228.endif.endif.endif.endif.endif.endif.i, %B480.i
  %empty_from.4.1.i = phi double [ %empty_from.2.1.i, %B480.i ], [ %empty_from.3.0.i, %B228.endif.endif.endif.endif.endif.endif.i ]
  %empty_to.3.1.i = phi double [ %.516.i, %B480.i ], [ %empty_to.2.0.i, %B228.endif.endif.endif.endif.endif.endif.i ]
  %.573.i = tail call double @llvm.fabs.f64(double %.452.i)
  %.10.i43.i = fcmp ogt double %.191.i, %.573.i
  %.11.i44.i = select i1 %.10.i43.i, double %.191.i, double %.573.i
  %.606.i = fadd double %at.2.0.i, %.11.i44.i
  %.613.i = fcmp olt double %.606.i, %.209.i
  br i1 %.613.i, label %B228.endif.endif.endif.endif.endif.endif.i, label %B552.endif

B806:                                             ; preds = %B552.endif.endif
  %.1186 = fcmp ogt double %.1015, %.194
  %.1203 = icmp slt i64 %waiting.6.3, %arg.fans.5.0
  %or.cond = select i1 %.1186, i1 %.1203, i1 false
  br i1 %or.cond, label %B898.endif.endif.lr.ph, label %B966

B966:                                             ; preds = %B806
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %.1514, i8 0, i64 40, i1 false)
  %.1564 = call i32 @called_9(ptr nonnull %.1514, ptr nonnull %excinfo.4, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr %arg.starts.0, ptr %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr %arg.circles.0, ptr %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, i64 %.30712611277, double %.1023, double %.1025, double %.1015, double %storemerge.i124, double %storemerge.i73, double %arg.gap_mm, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1, double %best.6.sroa.0.3.ph, double %best.6.sroa.10.3.ph, double %best.6.sroa.20.3.ph, double %best.6.sroa.30.3.ph, double %best.6.sroa.40.3.ph)
  %cond = icmp eq i32 %.1564, 0
  br i1 %cond, label %B966.endif, label %B966.if.if, !prof !6

B1028:                                            ; preds = %B1058, %B0.endif
  %best.4.sroa.68.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.5.sroa.32.1, %B1058 ]
  %best.4.sroa.51.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.5.sroa.24.1, %B1058 ]
  %best.4.sroa.34.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.5.sroa.16.1, %B1058 ]
  %best.4.sroa.17.0.lcssa = phi double [ 0.000000e+00, %B0.endif ], [ %best.5.sroa.8.1, %B1058 ]
  %best.4.sroa.0.0.lcssa = phi double [ %arg.floor, %B0.endif ], [ %best.5.sroa.0.1, %B1058 ]
  %.1637 = fcmp ugt double %best.4.sroa.0.0.lcssa, %arg.floor
  br i1 %.1637, label %B1056, label %B1052

common.ret:                                       ; preds = %B966.if.if, %B1056, %B1052
  %common.ret.op = phi i32 [ 0, %B1052 ], [ 0, %B1056 ], [ %.1564, %B966.if.if ]
  ret i32 %common.ret.op

B1052:                                            ; preds = %B1028
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(40) %retptr, i8 0, i64 40, i1 false)
  br label %common.ret

B1056:                                            ; preds = %B1028
  store double %best.4.sroa.0.0.lcssa, ptr %retptr, align 8
  %retptr.repack1124 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.4.sroa.17.0.lcssa, ptr %retptr.repack1124, align 8
  %retptr.repack1126 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.4.sroa.34.0.lcssa, ptr %retptr.repack1126, align 8
  %retptr.repack1128 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.4.sroa.51.0.lcssa, ptr %retptr.repack1128, align 8
  %retptr.repack1130 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.4.sroa.68.0.lcssa, ptr %retptr.repack1130, align 8
  br label %common.ret

B1057:                                            ; preds = %B898.endif.endif.lr.ph, %B552.endif.endif
  %waiting.4.3 = phi i64 [ %.1463.1, %B898.endif.endif.lr.ph ], [ %.900, %B552.endif.endif ]
  %.890.not = icmp eq i64 %waiting.4.3, 0
  br i1 %.890.not, label %B1058, label %B552

B1058:                                            ; preds = %B966.endif, %B1057, %B162
  %best.5.sroa.32.1 = phi double [ %best.4.sroa.68.01279, %B162 ], [ %best.6.sroa.40.3.ph, %B1057 ], [ %.1574.fca.4.load, %B966.endif ]
  %best.5.sroa.24.1 = phi double [ %best.4.sroa.51.01280, %B162 ], [ %best.6.sroa.30.3.ph, %B1057 ], [ %.1574.fca.3.load, %B966.endif ]
  %best.5.sroa.16.1 = phi double [ %best.4.sroa.34.01281, %B162 ], [ %best.6.sroa.20.3.ph, %B1057 ], [ %.1574.fca.2.load, %B966.endif ]
  %best.5.sroa.8.1 = phi double [ %best.4.sroa.17.01282, %B162 ], [ %best.6.sroa.10.3.ph, %B1057 ], [ %.1574.fca.1.load, %B966.endif ]
  %best.5.sroa.0.1 = phi double [ %best.4.sroa.0.01283, %B162 ], [ %best.6.sroa.0.3.ph, %B1057 ], [ %.1574.fca.0.load, %B966.endif ]
  %exitcond.not = icmp eq i64 %.314, %arg.outline.0.5.0
  br i1 %exitcond.not, label %B1028, label %B162

B162.lr.ph:                                       ; preds = %B0.endif
  %.191.i = fmul double %.11.i, 1.500000e+00
  %.209.i = fmul double %arg.radius, 2.000000e+00
  %.283.i = add nsw i64 %arg.outline.5.5.0, -1
  %.370.i = add nsw i64 %arg.outline.5.5.1, -1
  %.522.i = fadd double %arg.gap_mm, 1.000000e-09
  %.422.i = tail call i64 @llvm.smin.i64(i64 %arg.outline.5.5.0, i64 0)
  %.425.i = tail call i64 @llvm.smin.i64(i64 %arg.outline.5.5.1, i64 0)
  br label %B162

B460.endif.endif:                                 ; preds = %B162
  %.742 = tail call double @atan2(double %.575, double %.517)
  %.752 = fmul double %.708, 5.000000e-01
  %.753 = fadd double %.752, %.742
  %.762 = fsub double 1.000000e-09, %.752
  store double %.753, ptr %arg.fans.4, align 8
  %sunkaddr127 = getelementptr i8, ptr %arg.fans.4, i64 8
  store double %.762, ptr %sunkaddr127, align 8
  %.129.i = fdiv double %.397, %arg.outline.6
  %.130.i = fadd double %.129.i, 5.000000e-01
  %.135.i = fdiv double %.453, %arg.outline.7
  %.136.i = fadd double %.135.i, 5.000000e-01
  br label %B552.outer

B552.outer:                                       ; preds = %B966.endif, %B460.endif.endif
  %best.6.sroa.40.3.ph = phi double [ %best.4.sroa.68.01279, %B460.endif.endif ], [ %.1574.fca.4.load, %B966.endif ]
  %best.6.sroa.30.3.ph = phi double [ %best.4.sroa.51.01280, %B460.endif.endif ], [ %.1574.fca.3.load, %B966.endif ]
  %best.6.sroa.20.3.ph = phi double [ %best.4.sroa.34.01281, %B460.endif.endif ], [ %.1574.fca.2.load, %B966.endif ]
  %best.6.sroa.10.3.ph = phi double [ %best.4.sroa.17.01282, %B460.endif.endif ], [ %.1574.fca.1.load, %B966.endif ]
  %best.6.sroa.0.3.ph = phi double [ %best.4.sroa.0.01283, %B460.endif.endif ], [ %.1574.fca.0.load, %B966.endif ]
  %waiting.6.3.ph = phi i64 [ 1, %B460.endif.endif ], [ %.900, %B966.endif ]
  br label %B552

B552.endif:                                       ; preds = %B584.endif.i, %B480.i
  %storemerge.i = phi double [ %.606.i, %B584.endif.i ], [ %empty_from.2.1.i, %B480.i ]
  %.1096 = fneg double %.1023
  %.1098 = fneg double %.1025
  %.147.i66 = fdiv double %.1096, %arg.outline.6
  %.152.i67 = fdiv double %.1098, %arg.outline.7
  br label %B228.endif.endif.endif.endif.endif.endif.i80

B480.i109:                                        ; preds = %B228.endif.endif.endif.endif.endif.endif.i80
  %.471.i110 = fsub double %at.2.0.i83, %.452.i99
  %.473.i111 = fcmp ogt double %.471.i110, %empty_to.2.0.i82
  %.10.i41.i112 = fcmp olt double %.471.i110, 0.000000e+00
  %.11.i42.i113 = select i1 %.10.i41.i112, double 0.000000e+00, double %.471.i110
  %empty_from.2.1.i114 = select i1 %.473.i111, double %.11.i42.i113, double %empty_from.3.0.i81
  %.516.i115 = fadd double %at.2.0.i83, %.452.i99
  %.520.i116 = fsub double %.516.i115, %empty_from.2.1.i114
  %.523.i117 = fcmp ogt double %.520.i116, %.522.i
  br i1 %.523.i117, label %B552.endif.endif, label %B584.endif.i101

B228.endif.endif.endif.endif.endif.endif.i80:     ; preds = %B584.endif.i101, %B552.endif
  %empty_from.3.0.i81 = phi double [ %empty_from.4.1.i102, %B584.endif.i101 ], [ -1.000000e+00, %B552.endif ]
  %empty_to.2.0.i82 = phi double [ %empty_to.3.1.i103, %B584.endif.i101 ], [ -1.000000e+00, %B552.endif ]
  %at.2.0.i83 = phi double [ %.606.i107, %B584.endif.i101 ], [ %.191.i, %B552.endif ]
  %.227.i84 = fmul double %.152.i67, %at.2.0.i83
  %.229.i85 = fadd double %.136.i, %.227.i84
  %.5.i.i86 = fptosi double %.229.i85 to i64
  %.11.i45.i87 = tail call i64 @llvm.smax.i64(i64 %.5.i.i86, i64 0)
  %.11.i46.i88 = tail call i64 @llvm.smin.i64(i64 %.283.i, i64 %.11.i45.i87)
  %.314.i89 = fmul double %.147.i66, %at.2.0.i83
  %.316.i90 = fadd double %.130.i, %.314.i89
  %.5.i47.i91 = fptosi double %.316.i90 to i64
  %.11.i48.i92 = tail call i64 @llvm.smax.i64(i64 %.5.i47.i91, i64 0)
  %.11.i49.i93 = tail call i64 @llvm.smin.i64(i64 %.370.i, i64 %.11.i48.i92)
  %.423.i94 = add i64 %.11.i46.i88, %.422.i
  %.443.i95 = mul i64 %.423.i94, %arg.outline.5.5.1
  %3 = getelementptr double, ptr %arg.outline.5.4, i64 %.443.i95
  %4 = getelementptr double, ptr %3, i64 %.11.i49.i93
  %.447.i96 = getelementptr double, ptr %4, i64 %.425.i
  %.448.i97 = load double, ptr %.447.i96, align 8, !noalias !23
  %.451.i98 = fmul double %.1015, %at.2.0.i83
  %.452.i99 = fsub double %.448.i97, %.451.i98
  %.457.i100 = fcmp ogt double %.452.i99, 0.000000e+00
  br i1 %.457.i100, label %B480.i109, label %B584.endif.i101

B584.endif.i101:                                  ; preds = %B228.endif.endif.endif.endif.endif.endif.i80, %B480.i109
  %empty_from.4.1.i102 = phi double [ %empty_from.2.1.i114, %B480.i109 ], [ %empty_from.3.0.i81, %B228.endif.endif.endif.endif.endif.endif.i80 ]
  %empty_to.3.1.i103 = phi double [ %.516.i115, %B480.i109 ], [ %empty_to.2.0.i82, %B228.endif.endif.endif.endif.endif.endif.i80 ]
  %.573.i104 = tail call double @llvm.fabs.f64(double %.452.i99)
  %.10.i43.i105 = fcmp ogt double %.191.i, %.573.i104
  %.11.i44.i106 = select i1 %.10.i43.i105, double %.191.i, double %.573.i104
  %.606.i107 = fadd double %at.2.0.i83, %.11.i44.i106
  %.613.i108 = fcmp olt double %.606.i107, %.209.i
  br i1 %.613.i108, label %B228.endif.endif.endif.endif.endif.endif.i80, label %B552.endif.endif

B552.endif.endif:                                 ; preds = %B584.endif.i101, %B480.i109, %B552
  %storemerge.i124 = phi double [ %.191.i, %B552 ], [ %storemerge.i, %B480.i109 ], [ %storemerge.i, %B584.endif.i101 ]
  %storemerge.i73 = phi double [ %.191.i, %B552 ], [ %empty_from.2.1.i114, %B480.i109 ], [ %.606.i107, %B584.endif.i101 ]
  %.1160 = fadd double %storemerge.i124, %storemerge.i73
  %.1163 = fcmp ugt double %.1160, %best.6.sroa.0.3.ph
  br i1 %.1163, label %B806, label %B1057

B898.endif.endif.lr.ph:                           ; preds = %B806
  %sunkaddr315 = shl i64 %.955, 3
  %sunkaddr316 = getelementptr i8, ptr %arg.fans.4, i64 %sunkaddr315
  %.1406 = fmul double %.1015, 5.000000e-01
  %5 = fsub double %.960, %.1406
  store double %5, ptr %sunkaddr316, align 8
  %sunkaddr319 = getelementptr i8, ptr %sunkaddr316, i64 8
  store double %.1406, ptr %sunkaddr319, align 8
  %.1345.1 = fadd double %.960, %.1406
  %.1373.1 = icmp slt i64 %waiting.6.3, 0
  %.1374.1 = select i1 %.1373.1, i64 %arg.fans.5.0, i64 0
  %.1375.1 = add i64 %.1374.1, %waiting.6.3
  %.1395.1 = mul i64 %.1375.1, %arg.fans.5.1
  %.1399.1 = getelementptr double, ptr %arg.fans.4, i64 %.1395.1
  store double %.1345.1, ptr %.1399.1, align 8
  %.1460.1 = getelementptr i8, ptr %.1399.1, i64 8
  store double %.1406, ptr %.1460.1, align 8
  %.1463.1 = add nsw i64 %waiting.6.3, 1
  br label %B1057

B966.endif:                                       ; preds = %B966
  %sunkaddr = getelementptr inbounds i8, ptr %.1514, i64 32
  %.1574.fca.4.load = load double, ptr %sunkaddr, align 8
  %sunkaddr128 = getelementptr inbounds i8, ptr %.1514, i64 24
  %.1574.fca.3.load = load double, ptr %sunkaddr128, align 8
  %sunkaddr129 = getelementptr inbounds i8, ptr %.1514, i64 16
  %.1574.fca.2.load = load double, ptr %sunkaddr129, align 8
  %sunkaddr130 = getelementptr inbounds i8, ptr %.1514, i64 8
  %.1574.fca.1.load = load double, ptr %sunkaddr130, align 8
  %.1574.fca.0.load = load double, ptr %.1514, align 8
  %.1589.not = icmp eq i64 %.900, 0
  br i1 %.1589.not, label %B1058, label %B552.outer

B966.if.if:                                       ; preds = %B966
  %.1572 = icmp sgt i32 %.1564, 0
  %.1565 = load ptr, ptr %excinfo.4, align 8
  %.1573 = select i1 %.1572, ptr %.1565, ptr undef
  store ptr %.1573, ptr %excinfo, align 8
  br label %common.ret
}

declare double @atan2(double, double) local_unnamed_addr #5

define linkonce_odr range(i32 -1, -2) i32 @called_9(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readonly captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, ptr readnone captures(none) %arg.starts.0, ptr readnone captures(none) %arg.starts.1, i64 %arg.starts.2, i64 %arg.starts.3, ptr readonly captures(none) %arg.starts.4, i64 %arg.starts.5.0, i64 %arg.starts.6.0, ptr readnone captures(none) %arg.circles.0, ptr readnone captures(none) %arg.circles.1, i64 %arg.circles.2, i64 %arg.circles.3, ptr readonly captures(none) %arg.circles.4, i64 %arg.circles.5.0, i64 %arg.circles.5.1, i64 %arg.circles.6.0, i64 %arg.circles.6.1, i64 %arg.i, double %arg.fan.0, double %arg.fan.1, double %arg.fan.2, double %arg.fan.3, double %arg.fan.4, double %arg.gap_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1, double %arg.best.0, double %arg.best.1, double %arg.best.2, double %arg.best.3, double %arg.best.4) local_unnamed_addr #0 {
B0.endif:
  %.110.i8 = alloca i64, align 8
  %excinfo.1.i9 = alloca ptr, align 8
  %.189 = icmp slt i64 %arg.i, 0
  %.190 = select i1 %.189, i64 %arg.outline.0.5.0, i64 0
  %.191 = add i64 %.190, %arg.i
  %.211 = mul i64 %.191, %arg.outline.0.5.1
  %.215 = getelementptr double, ptr %arg.outline.0.4, i64 %.211
  %.216 = load double, ptr %.215, align 8
  %.269 = getelementptr i8, ptr %.215, i64 8
  %.270 = load double, ptr %.269, align 8
  %.294 = tail call double @tan(double %arg.fan.2)
  %.393701.not = icmp slt i64 %arg.circles.5.0, 1
  br i1 %.393701.not, label %B1154, label %B174.lr.ph

B174.lr.ph:                                       ; preds = %B0.endif
  %.625 = fadd double %.294, 1.000000e+00
  br label %B174

B174:                                             ; preds = %B1156, %B174.lr.ph
  %best.5.sroa.0.0710 = phi double [ %arg.best.0, %B174.lr.ph ], [ %best.6.sroa.0.1, %B1156 ]
  %best.5.sroa.14.0709 = phi double [ %arg.best.1, %B174.lr.ph ], [ %best.6.sroa.8.1, %B1156 ]
  %best.5.sroa.28.0708 = phi double [ %arg.best.2, %B174.lr.ph ], [ %best.6.sroa.16.1, %B1156 ]
  %best.5.sroa.42.0707 = phi double [ %arg.best.3, %B174.lr.ph ], [ %best.6.sroa.24.1, %B1156 ]
  %best.5.sroa.56.0706 = phi double [ %arg.best.4, %B174.lr.ph ], [ %best.6.sroa.32.1, %B1156 ]
  %.399685704 = phi i64 [ 0, %B174.lr.ph ], [ %.406, %B1156 ]
  %.406 = add nuw nsw i64 %.399685704, 1
  %.483 = mul i64 %.399685704, %arg.circles.5.1
  %.487 = getelementptr double, ptr %arg.circles.4, i64 %.483
  %.488 = load double, ptr %.487, align 8
  %.490 = fsub double %.488, %.216
  %.544 = getelementptr i8, ptr %.487, i64 8
  %.545 = load double, ptr %.544, align 8
  %.547 = fsub double %.545, %.270
  %.601 = getelementptr i8, ptr %.487, i64 16
  %.602 = load double, ptr %.601, align 8
  %.607 = fmul double %arg.fan.0, %.490
  %.609 = fmul double %arg.fan.1, %.547
  %.610 = fadd double %.607, %.609
  %.612 = fmul double %arg.fan.0, %.547
  %.614 = fmul double %arg.fan.1, %.490
  %.615 = fsub double %.612, %.614
  %.619 = tail call double @llvm.fabs.f64(double %.615)
  %.621 = tail call double @llvm.fabs.f64(double %.610)
  %.623 = fmul double %.294, %.621
  %.627 = fmul double %.625, %.602
  %.628 = fadd double %.627, %.623
  %.629 = fcmp ogt double %.619, %.628
  %.633 = fadd double %arg.fan.3, %.602
  %.635 = fcmp ogt double %.610, %.633
  %or.cond = select i1 %.629, i1 true, i1 %.635
  br i1 %or.cond, label %B1156, label %B398

B398:                                             ; preds = %B174
  %.638 = fneg double %.610
  %.643 = fadd double %arg.fan.4, %.602
  %.646 = fcmp olt double %.643, %.638
  br i1 %.646, label %B1156, label %B420.endif

B638:                                             ; preds = %B486.endif
  %.984 = fmul double %arg.fan.0, %.968
  %.987 = fmul double %arg.fan.1, %.910
  %.988 = fsub double %.984, %.987
  %.1028 = tail call double @llvm.fabs.f64(double %.988)
  %.1032 = tail call double @llvm.fabs.f64(double %.981)
  %.1034 = fmul double %.294, %.1032
  %.1035 = fadd double %.1034, 0x3D719799812DEA11
  %.1036 = fcmp ogt double %.1028, %.1035
  br i1 %.1036, label %B1155, label %B716

B716:                                             ; preds = %B638
  %.1058 = fcmp ogt double %.981, 0.000000e+00
  %arg.fan.4.arg.fan.3 = select i1 %.1058, double %arg.fan.4, double %arg.fan.3
  %arg.fan.3.arg.fan.4 = select i1 %.1058, double %arg.fan.3, double %arg.fan.4
  %.1089 = fadd double %arg.fan.3.arg.fan.4, 1.000000e-09
  %.1091 = fcmp ogt double %.6.i, %.1089
  br i1 %.1091, label %B1155, label %B780.endif.endif

B848:                                             ; preds = %B780.endif.endif.endif
  %0 = fcmp oeq double %arg.gap_mm, 0.000000e+00
  br i1 %0, label %B1155, label %B894

B874:                                             ; preds = %B780.endif.endif.endif
  %.1229 = fadd double %.6.i, 1.000000e-09
  br label %B894

B894:                                             ; preds = %B338.i, %B780.endif.endif, %B874, %B848
  %own.2.4 = phi double [ %.1229, %B874 ], [ %arg.fan.3.arg.fan.4, %B780.endif.endif ], [ %arg.fan.3.arg.fan.4, %B848 ], [ %arg.fan.3.arg.fan.4, %B338.i ]
  %.1239 = fadd double %arg.fan.4.arg.fan.3, %own.2.4
  %.1244 = fcmp ugt double %.1239, %best.2.sroa.0.2674
  br i1 %.1244, label %B926, label %B1155

B926:                                             ; preds = %B894
  %.1260 = fneg double %.1116
  %.1262 = fneg double %.1124
  call void @llvm.lifetime.start.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i9)
  store i64 0, ptr %.110.i8, align 8, !noalias !26
  %.144.i = call i32 @called_6(ptr nonnull %.110.i8, ptr nonnull %excinfo.1.i9, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr nonnull readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr nonnull readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr nonnull readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.216, double %.270, double %.1260, double %.1262, double 0.000000e+00, double 0x7FF0000000000000, double %arg.gap_mm, ptr readnone %arg.found.0, ptr readnone %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1), !noalias !26
  %cond.i = icmp eq i32 %.144.i, 0
  br i1 %cond.i, label %B0.endif.i, label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit, !prof !6

B108.i:                                           ; preds = %B0.endif.i
  %"$phi94.0.2.0.i" = xor i64 %.154.lobit.i, %.154.i
  %.196.i = add nsw i64 %"$phi94.0.2.0.i", -1
  %.247.i = mul i64 %.196.i, %arg.found.5.1
  %1 = getelementptr double, ptr %arg.found.4, i64 %.247.i
  %.251.i = getelementptr i8, ptr %1, i64 8
  %.252.i = load double, ptr %.251.i, align 8, !noalias !26
  br label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread

B0.endif.i:                                       ; preds = %B926
  %.154.i = load i64, ptr %.110.i8, align 8, !noalias !26
  %.154.lobit.i = ashr i64 %.154.i, 63
  %.193.not.i = icmp eq i64 %.154.i, %.154.lobit.i
  br i1 %.193.not.i, label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread, label %B108.i

_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread: ; preds = %B0.endif.i, %B108.i
  %.1268.0.ph = phi double [ %.252.i, %B108.i ], [ 0.000000e+00, %B0.endif.i ]
  call void @llvm.lifetime.end.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i9)
  %.1327 = fadd double %own.2.4, %.1268.0.ph
  %.1332 = fcmp ugt double %.1327, %best.2.sroa.0.2674
  br i1 %.1332, label %B1006, label %B1155

_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit: ; preds = %B926
  call void @llvm.lifetime.end.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i9)
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1006:                                            ; preds = %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread
  call void @llvm.lifetime.start.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i9)
  store i64 0, ptr %.110.i8, align 8, !noalias !30
  %.144.i10 = call i32 @called_6(ptr nonnull %.110.i8, ptr nonnull %excinfo.1.i9, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr nonnull readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr nonnull readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr nonnull readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.216, double %.270, double %.1116, double %.1124, double 0.000000e+00, double 0x7FF0000000000000, double %arg.gap_mm, ptr readnone %arg.found.0, ptr readnone %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1), !noalias !30
  %cond.i11 = icmp eq i32 %.144.i10, 0
  br i1 %cond.i11, label %B0.endif.i13, label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25, !prof !6

B108.i17:                                         ; preds = %B0.endif.i13
  %"$phi94.0.2.0.i18" = xor i64 %.154.lobit.i15, %.154.i14
  %.196.i19 = add nsw i64 %"$phi94.0.2.0.i18", -1
  %.247.i20 = mul i64 %.196.i19, %arg.found.5.1
  %2 = getelementptr double, ptr %arg.found.4, i64 %.247.i20
  %.251.i21 = getelementptr i8, ptr %2, i64 8
  %.252.i22 = load double, ptr %.251.i21, align 8, !noalias !30
  br label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread

B0.endif.i13:                                     ; preds = %B1006
  %.154.i14 = load i64, ptr %.110.i8, align 8, !noalias !30
  %.154.lobit.i15 = ashr i64 %.154.i14, 63
  %.193.not.i16 = icmp eq i64 %.154.i14, %.154.lobit.i15
  br i1 %.193.not.i16, label %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread, label %B108.i17

_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread: ; preds = %B0.endif.i13, %B108.i17
  %.1358.0.ph = phi double [ %.252.i22, %B108.i17 ], [ 0.000000e+00, %B0.endif.i13 ]
  call void @llvm.lifetime.end.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i9)
  %.1417 = fadd double %.1268.0.ph, %.1358.0.ph
  %.1422 = fcmp ogt double %.1417, %best.2.sroa.0.2674
  br i1 %.1422, label %B1078, label %B1155

_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25: ; preds = %B1006
  call void @llvm.lifetime.end.p0(ptr nonnull %.110.i8)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i9)
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1078:                                            ; preds = %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread
  %.1429 = fmul double %.1116, %.1268.0.ph
  %.1431 = fsub double %.216, %.1429
  %.1434 = fmul double %.1124, %.1268.0.ph
  %.1438 = fsub double %.270, %.1434
  %.1441 = fmul double %.1116, %.1358.0.ph
  %.1445 = fadd double %.216, %.1441
  %.1448 = fmul double %.1124, %.1358.0.ph
  %.1454 = fadd double %.270, %.1448
  br label %B1155

common.ret:                                       ; preds = %B1154, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit
  %common.ret.op = phi i32 [ 0, %B1154 ], [ %.144.i10, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25 ], [ %.144.i, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit ]
  ret i32 %common.ret.op

B1154:                                            ; preds = %B1156, %B0.endif
  %best.5.sroa.56.0.lcssa = phi double [ %arg.best.4, %B0.endif ], [ %best.6.sroa.32.1, %B1156 ]
  %best.5.sroa.42.0.lcssa = phi double [ %arg.best.3, %B0.endif ], [ %best.6.sroa.24.1, %B1156 ]
  %best.5.sroa.28.0.lcssa = phi double [ %arg.best.2, %B0.endif ], [ %best.6.sroa.16.1, %B1156 ]
  %best.5.sroa.14.0.lcssa = phi double [ %arg.best.1, %B0.endif ], [ %best.6.sroa.8.1, %B1156 ]
  %best.5.sroa.0.0.lcssa = phi double [ %arg.best.0, %B0.endif ], [ %best.6.sroa.0.1, %B1156 ]
  store double %best.5.sroa.0.0.lcssa, ptr %retptr, align 8
  %retptr.repack604 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.5.sroa.14.0.lcssa, ptr %retptr.repack604, align 8
  %retptr.repack606 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.5.sroa.28.0.lcssa, ptr %retptr.repack606, align 8
  %retptr.repack608 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.5.sroa.42.0.lcssa, ptr %retptr.repack608, align 8
  %retptr.repack610 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.5.sroa.56.0.lcssa, ptr %retptr.repack610, align 8
  br label %common.ret

B1155:                                            ; preds = %B486.endif, %B1078, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread, %B894, %B848, %B716, %B638
  %best.3.sroa.64.3 = phi double [ %best.2.sroa.116.2670, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread ], [ %best.2.sroa.116.2670, %B638 ], [ %best.2.sroa.116.2670, %B716 ], [ %best.2.sroa.116.2670, %B848 ], [ %best.2.sroa.116.2670, %B894 ], [ %best.2.sroa.116.2670, %B486.endif ], [ %.1454, %B1078 ], [ %best.2.sroa.116.2670, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread ]
  %best.3.sroa.48.3 = phi double [ %best.2.sroa.87.2671, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread ], [ %best.2.sroa.87.2671, %B638 ], [ %best.2.sroa.87.2671, %B716 ], [ %best.2.sroa.87.2671, %B848 ], [ %best.2.sroa.87.2671, %B894 ], [ %best.2.sroa.87.2671, %B486.endif ], [ %.1445, %B1078 ], [ %best.2.sroa.87.2671, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread ]
  %best.3.sroa.32.3 = phi double [ %best.2.sroa.58.2672, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread ], [ %best.2.sroa.58.2672, %B638 ], [ %best.2.sroa.58.2672, %B716 ], [ %best.2.sroa.58.2672, %B848 ], [ %best.2.sroa.58.2672, %B894 ], [ %best.2.sroa.58.2672, %B486.endif ], [ %.1438, %B1078 ], [ %best.2.sroa.58.2672, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread ]
  %best.3.sroa.16.3 = phi double [ %best.2.sroa.29.2673, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread ], [ %best.2.sroa.29.2673, %B638 ], [ %best.2.sroa.29.2673, %B716 ], [ %best.2.sroa.29.2673, %B848 ], [ %best.2.sroa.29.2673, %B894 ], [ %best.2.sroa.29.2673, %B486.endif ], [ %.1431, %B1078 ], [ %best.2.sroa.29.2673, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread ]
  %best.3.sroa.0.3 = phi double [ %best.2.sroa.0.2674, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread ], [ %best.2.sroa.0.2674, %B638 ], [ %best.2.sroa.0.2674, %B716 ], [ %best.2.sroa.0.2674, %B848 ], [ %best.2.sroa.0.2674, %B894 ], [ %best.2.sroa.0.2674, %B486.endif ], [ %.1417, %B1078 ], [ %best.2.sroa.0.2674, %_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE.exit25.thread ]
  %3 = trunc i64 %.859 to i32
  %lsr.iv.next = add i32 %lsr.iv, -1
  %.825 = add i32 %3, 1
  %.812 = icmp samesign ugt i32 %lsr.iv.next, 1
  br i1 %.812, label %B486.endif, label %B1156

B1156:                                            ; preds = %B1155, %B420.endif, %B398, %B174
  %best.6.sroa.32.1 = phi double [ %best.5.sroa.56.0706, %B174 ], [ %best.5.sroa.56.0706, %B398 ], [ %best.5.sroa.56.0706, %B420.endif ], [ %best.3.sroa.64.3, %B1155 ]
  %best.6.sroa.24.1 = phi double [ %best.5.sroa.42.0707, %B174 ], [ %best.5.sroa.42.0707, %B398 ], [ %best.5.sroa.42.0707, %B420.endif ], [ %best.3.sroa.48.3, %B1155 ]
  %best.6.sroa.16.1 = phi double [ %best.5.sroa.28.0708, %B174 ], [ %best.5.sroa.28.0708, %B398 ], [ %best.5.sroa.28.0708, %B420.endif ], [ %best.3.sroa.32.3, %B1155 ]
  %best.6.sroa.8.1 = phi double [ %best.5.sroa.14.0709, %B174 ], [ %best.5.sroa.14.0709, %B398 ], [ %best.5.sroa.14.0709, %B420.endif ], [ %best.3.sroa.16.3, %B1155 ]
  %best.6.sroa.0.1 = phi double [ %best.5.sroa.0.0710, %B174 ], [ %best.5.sroa.0.0710, %B398 ], [ %best.5.sroa.0.0710, %B420.endif ], [ %best.3.sroa.0.3, %B1155 ]
  %exitcond.not = icmp eq i64 %.406, %arg.circles.5.0
  br i1 %exitcond.not, label %B1154, label %B174

B420.endif:                                       ; preds = %B398
  %4 = getelementptr i32, ptr %arg.starts.4, i64 %.399685704
  %.697 = load i32, ptr %4, align 4
  %5 = getelementptr i8, ptr %4, i64 4
  %.731 = load i32, ptr %5, align 4
  %.768 = sub i32 %.731, %.697
  %.812667.not = icmp slt i32 %.768, 1
  br i1 %.812667.not, label %B1156, label %B486.endif.preheader

B486.endif.preheader:                             ; preds = %B420.endif
  %6 = add nuw i32 %.768, 1
  br label %B486.endif

B486.endif:                                       ; preds = %B486.endif.preheader, %B1155
  %lsr.iv = phi i32 [ %6, %B486.endif.preheader ], [ %lsr.iv.next, %B1155 ]
  %best.2.sroa.0.2674 = phi double [ %best.5.sroa.0.0710, %B486.endif.preheader ], [ %best.3.sroa.0.3, %B1155 ]
  %best.2.sroa.29.2673 = phi double [ %best.5.sroa.14.0709, %B486.endif.preheader ], [ %best.3.sroa.16.3, %B1155 ]
  %best.2.sroa.58.2672 = phi double [ %best.5.sroa.28.0708, %B486.endif.preheader ], [ %best.3.sroa.32.3, %B1155 ]
  %best.2.sroa.87.2671 = phi double [ %best.5.sroa.42.0707, %B486.endif.preheader ], [ %best.3.sroa.48.3, %B1155 ]
  %best.2.sroa.116.2670 = phi double [ %best.5.sroa.56.0706, %B486.endif.preheader ], [ %best.3.sroa.64.3, %B1155 ]
  %.818663668 = phi i32 [ %.697, %B486.endif.preheader ], [ %.825, %B1155 ]
  %.859 = sext i32 %.818663668 to i64
  %.881 = icmp slt i32 %.818663668, 0
  %.882 = select i1 %.881, i64 %arg.outline.0.5.0, i64 0
  %.883 = add i64 %.882, %.859
  %.903 = mul i64 %.883, %arg.outline.0.5.1
  %.907 = getelementptr double, ptr %arg.outline.0.4, i64 %.903
  %.908 = load double, ptr %.907, align 8
  %.910 = fsub double %.908, %.216
  %.965 = getelementptr i8, ptr %.907, i64 8
  %.966 = load double, ptr %.965, align 8
  %.968 = fsub double %.966, %.270
  %.977 = fmul double %arg.fan.0, %.910
  %.980 = fmul double %arg.fan.1, %.968
  %.981 = fadd double %.977, %.980
  %.6.i = tail call double @hypot(double %.910, double %.968), !noalias !34
  %.1025 = fcmp oeq double %.6.i, 0.000000e+00
  br i1 %.1025, label %B1155, label %B638

B780.endif.endif:                                 ; preds = %B716
  %7 = trunc i64 %.859 to i32
  %8 = icmp slt i32 %7, 0
  %.1116 = fdiv double %.910, %.6.i
  %.1124 = fdiv double %.968, %.6.i
  %.229.i = select i1 %8, i64 %arg.outline.1.5.0, i64 0
  %.230.i = add i64 %.229.i, %.859
  %.250.i = mul i64 %.230.i, %arg.outline.1.5.1
  %9 = getelementptr double, ptr %arg.outline.1.4, i64 %.250.i
  %.254.i = getelementptr i8, ptr %9, i64 8
  %.255.i = load double, ptr %.254.i, align 8, !noalias !37
  %.256.i = fsub double %.255.i, %.966
  %.257.i = fmul double %.1116, %.256.i
  %.312.i = load double, ptr %9, align 8, !noalias !37
  %.313.i = fsub double %.312.i, %.908
  %.314.i = fmul double %.1124, %.313.i
  %.315.i = fsub double %.257.i, %.314.i
  %.347.i = select i1 %8, i64 %arg.outline.2.5.0, i64 0
  %.348.i = add i64 %.347.i, %.859
  %.368.i = mul i64 %.348.i, %arg.outline.2.5.1
  %10 = getelementptr double, ptr %arg.outline.2.4, i64 %.368.i
  %.372.i = getelementptr i8, ptr %10, i64 8
  %.373.i = load double, ptr %.372.i, align 8, !noalias !37
  %.374.i = fsub double %.373.i, %.966
  %.375.i = fmul double %.1116, %.374.i
  %.430.i = load double, ptr %10, align 8, !noalias !37
  %.431.i = fsub double %.430.i, %.908
  %.432.i = fmul double %.1124, %.431.i
  %.433.i = fsub double %.375.i, %.432.i
  %.438.i = tail call double @llvm.fabs.f64(double %.315.i)
  %.440.i = tail call double @llvm.fabs.f64(double %.433.i)
  %.10.i.i = fcmp olt double %.440.i, %.438.i
  %.11.i.i = select i1 %.10.i.i, double %.440.i, double %.438.i
  %.471.i = fcmp ugt double %.11.i.i, 1.000000e-09
  br i1 %.471.i, label %B338.i, label %B894

B338.i:                                           ; preds = %B780.endif.endif
  %.478.i = fcmp ogt double %.433.i, 0.000000e+00
  %11 = fcmp ule double %.315.i, 0.000000e+00
  %.479.i = xor i1 %11, %.478.i
  br i1 %.479.i, label %B894, label %B780.endif.endif.endif

B780.endif.endif.endif:                           ; preds = %B338.i
  %12 = fcmp ogt double %.433.i, 0.000000e+00
  br i1 %12, label %B874, label %B848
}

declare double @tan(double) local_unnamed_addr #5

declare void @llvm.lifetime.start.p0(ptr captures(none)) #6

declare void @llvm.lifetime.end.p0(ptr captures(none)) #6

define linkonce_odr range(i32 -1, -2) i32 @called_2(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.chord.0, double %arg.chord.1, double %arg.chord.2, double %arg.chord.3, double %arg.chord.4, double %arg.gap_mm, double %arg.reach_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0.endif:
  %.576 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  %.10.i = fcmp olt double %arg.outline.7, %arg.outline.6
  %.11.i = select i1 %.10.i, double %arg.outline.7, double %arg.outline.6
  %.193 = fcmp ogt double %.11.i, 1.000000e-04
  br i1 %.193, label %B88.us.preheader, label %B560

common.ret:                                       ; preds = %B106.endif.endif.endif.endif.endif.if.if.split.us.split.us, %B560
  %common.ret.op = phi i32 [ 0, %B560 ], [ %.610.us.us, %B106.endif.endif.endif.endif.endif.if.if.split.us.split.us ]
  ret i32 %common.ret.op

B560:                                             ; preds = %B96.B534_crit_edge.split.us.us, %B0.endif
  %longest.6.1 = phi double [ %arg.chord.0, %B0.endif ], [ %longest.5.3.us.us, %B96.B534_crit_edge.split.us.us ]
  %x0.6.1 = phi double [ %arg.chord.1, %B0.endif ], [ %x0.5.3.us.us, %B96.B534_crit_edge.split.us.us ]
  %y0.6.1 = phi double [ %arg.chord.2, %B0.endif ], [ %y0.5.3.us.us, %B96.B534_crit_edge.split.us.us ]
  %x1.6.1 = phi double [ %arg.chord.3, %B0.endif ], [ %x1.5.3.us.us, %B96.B534_crit_edge.split.us.us ]
  %y1.6.1 = phi double [ %arg.chord.4, %B0.endif ], [ %y1.5.3.us.us, %B96.B534_crit_edge.split.us.us ]
  store double %longest.6.1, ptr %retptr, align 8
  %retptr.repack281 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %x0.6.1, ptr %retptr.repack281, align 8
  %retptr.repack283 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %y0.6.1, ptr %retptr.repack283, align 8
  %retptr.repack285 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %x1.6.1, ptr %retptr.repack285, align 8
  %retptr.repack287 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %y1.6.1, ptr %retptr.repack287, align 8
  br label %common.ret

B88.us.preheader:                                 ; preds = %B0.endif
  %.568 = fneg double %arg.reach_mm
  %.349.i = fadd double %arg.gap_mm, 1.000000e-09
  %0 = shl i64 %arg.found.5.1, 3
  %1 = getelementptr i8, ptr %arg.found.4, i64 %0
  %scevgep.i = getelementptr i8, ptr %1, i64 8
  br label %B88.us

B88.us:                                           ; preds = %B96.B534_crit_edge.split.us.us, %B88.us.preheader
  %longest.4.0.us = phi double [ %longest.5.3.us.us, %B96.B534_crit_edge.split.us.us ], [ %arg.chord.0, %B88.us.preheader ]
  %x0.4.0.us = phi double [ %x0.5.3.us.us, %B96.B534_crit_edge.split.us.us ], [ %arg.chord.1, %B88.us.preheader ]
  %y0.4.0.us = phi double [ %y0.5.3.us.us, %B96.B534_crit_edge.split.us.us ], [ %arg.chord.2, %B88.us.preheader ]
  %x1.4.0.us = phi double [ %x1.5.3.us.us, %B96.B534_crit_edge.split.us.us ], [ %arg.chord.3, %B88.us.preheader ]
  %y1.4.0.us = phi double [ %y1.5.3.us.us, %B96.B534_crit_edge.split.us.us ], [ %arg.chord.4, %B88.us.preheader ]
  %step.2.0.us = phi double [ %step.3.1.us, %B96.B534_crit_edge.split.us.us ], [ %.11.i, %B88.us.preheader ]
  br label %switch.lookup

switch.lookup:                                    ; preds = %B88.us, %B104.B96.loopexit_crit_edge.us.us
  %moved.2.1380.us.us = phi i1 [ false, %B88.us ], [ %moved.4.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %y1.3.1379.us.us = phi double [ %y1.4.0.us, %B88.us ], [ %y1.5.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %x1.3.1378.us.us = phi double [ %x1.4.0.us, %B88.us ], [ %x1.5.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %y0.3.1377.us.us = phi double [ %y0.4.0.us, %B88.us ], [ %y0.5.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %x0.3.1376.us.us = phi double [ %x0.4.0.us, %B88.us ], [ %x0.5.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %longest.3.1375.us.us = phi double [ %longest.4.0.us, %B88.us ], [ %longest.5.3.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %.273364374.us.us = phi i64 [ 0, %B88.us ], [ %.297.us.us, %B104.B96.loopexit_crit_edge.us.us ]
  %switch.gep = getelementptr inbounds nuw double, ptr @switch.table._ZN14lesion_toolkit11measurement12chord_search7_ascendB3v24B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_298UniTupleIdLi5EEdd5ArrayIdLi2E1C7mutable7alignedE.9, i64 %.273364374.us.us
  %switch.load = load double, ptr %switch.gep, align 8
  %.297.us.us = add nuw nsw i64 %.273364374.us.us, 1
  br label %switch.lookup13

switch.lookup13:                                  ; preds = %B530.us.us, %switch.lookup
  %moved.3.2357.us.us = phi i1 [ %moved.2.1380.us.us, %switch.lookup ], [ %moved.4.3.us.us, %B530.us.us ]
  %y1.2.2356.us.us = phi double [ %y1.3.1379.us.us, %switch.lookup ], [ %y1.5.3.us.us, %B530.us.us ]
  %x1.2.2355.us.us = phi double [ %x1.3.1378.us.us, %switch.lookup ], [ %x1.5.3.us.us, %B530.us.us ]
  %y0.2.2354.us.us = phi double [ %y0.3.1377.us.us, %switch.lookup ], [ %y0.5.3.us.us, %B530.us.us ]
  %x0.2.2353.us.us = phi double [ %x0.3.1376.us.us, %switch.lookup ], [ %x0.5.3.us.us, %B530.us.us ]
  %longest.2.2352.us.us = phi double [ %longest.3.1375.us.us, %switch.lookup ], [ %longest.5.3.us.us, %B530.us.us ]
  %.393346351.us.us = phi i64 [ 0, %switch.lookup ], [ %.417.us.us, %B530.us.us ]
  %switch.gep14 = getelementptr inbounds nuw double, ptr @switch.table._ZN14lesion_toolkit11measurement12chord_search7_ascendB3v24B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_298UniTupleIdLi5EEdd5ArrayIdLi2E1C7mutable7alignedE.9, i64 %.393346351.us.us
  %switch.load15 = load double, ptr %switch.gep14, align 8
  %.417.us.us = add nuw nsw i64 %.393346351.us.us, 1
  %.470.us.us = fsub double %x1.2.2355.us.us, %x0.2.2353.us.us
  %.475.us.us = fdiv double %.470.us.us, %longest.2.2352.us.us
  %.478.us.us = fsub double %y1.2.2356.us.us, %y0.2.2354.us.us
  %.483.us.us = fdiv double %.478.us.us, %longest.2.2352.us.us
  %.485.us.us = fmul double %switch.load, %.483.us.us
  %.487.us.us = fmul double %step.2.0.us, %.485.us.us
  %.489.us.us = fsub double %x0.2.2353.us.us, %.487.us.us
  %.493.us.us = fmul double %switch.load, %.475.us.us
  %.495.us.us = fmul double %step.2.0.us, %.493.us.us
  %.497.us.us = fadd double %y0.2.2354.us.us, %.495.us.us
  %.506.us.us = fmul double %.483.us.us, %switch.load15
  %.508.us.us = fmul double %step.2.0.us, %.506.us.us
  %.510.us.us = fsub double %x1.2.2355.us.us, %.508.us.us
  %.513.us.us = fmul double %.475.us.us, %switch.load15
  %.515.us.us = fmul double %step.2.0.us, %.513.us.us
  %.517.us.us = fadd double %y1.2.2356.us.us, %.515.us.us
  %.521.us.us = fsub double %.510.us.us, %.489.us.us
  %.523.us.us = fsub double %.517.us.us, %.497.us.us
  %.6.i = tail call double @hypot(double %.521.us.us, double %.523.us.us), !noalias !40
  %.553.us.us = fdiv double %.521.us.us, %.6.i
  %.559.us.us = fdiv double %.523.us.us, %.6.i
  store i64 0, ptr %.576, align 8
  %.610.us.us = call i32 @called_6(ptr nonnull %.576, ptr nonnull %excinfo.3, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.489.us.us, double %.497.us.us, double %.553.us.us, double %.559.us.us, double %.568, double %arg.reach_mm, double 0x7FF0000000000000, ptr %arg.found.0, ptr %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1)
  %cond = icmp eq i32 %.610.us.us, 0
  br i1 %cond, label %B106.endif.endif.endif.endif.endif.endif.us.us, label %B106.endif.endif.endif.endif.endif.if.if.split.us.split.us, !prof !6

B106.endif.endif.endif.endif.endif.endif.us.us:   ; preds = %switch.lookup13
  %.620.us.us = load i64, ptr %.576, align 8
  %.26.i = icmp eq i64 %.620.us.us, 0
  br i1 %.26.i, label %B106.endif.endif.endif.endif.endif.endif.endif.us.us, label %B20.endif.i

B94.i:                                            ; preds = %B94.i.preheader, %B94.i
  %lsr.iv3.i = phi i64 [ %lsr.iv.next.i, %B94.i ], [ %.197.i, %B94.i.preheader ]
  %lsr.iv.i = phi ptr [ %scevgep1.i, %B94.i ], [ %scevgep.i, %B94.i.preheader ]
  %best_start.2.0175.i = phi double [ %best_start.3.1.i, %B94.i ], [ %.91.i, %B94.i.preheader ]
  %best_end.2.0174.i = phi double [ %best_end.3.1.i, %B94.i ], [ %.145.i, %B94.i.preheader ]
  %start.3.0173.i = phi double [ %start.2.1.i, %B94.i ], [ %.91.i, %B94.i.preheader ]
  %end.2.0172.i = phi double [ %.474.i, %B94.i ], [ %.145.i, %B94.i.preheader ]
  %scevgep2.i = getelementptr i8, ptr %lsr.iv.i, i64 -8
  %.343.i = load double, ptr %scevgep2.i, align 8, !noalias !43
  %.345.i = fsub double %.343.i, %end.2.0172.i
  %.350.i = fcmp ogt double %.345.i, %.349.i
  %start.2.1.i = select i1 %.350.i, double %.343.i, double %start.3.0173.i
  %.474.i = load double, ptr %lsr.iv.i, align 8, !noalias !43
  %.480.i = fsub double %.474.i, %start.2.1.i
  %.483.i = fsub double %best_end.2.0174.i, %best_start.2.0175.i
  %.488.i = fcmp ogt double %.480.i, %.483.i
  %best_end.3.1.i = select i1 %.488.i, double %.474.i, double %best_end.2.0174.i
  %best_start.3.1.i = select i1 %.488.i, double %start.2.1.i, double %best_start.2.0175.i
  %scevgep1.i = getelementptr i8, ptr %lsr.iv.i, i64 %0
  %lsr.iv.next.i = add i64 %lsr.iv3.i, -1
  %exitcond.not.i = icmp eq i64 %lsr.iv.next.i, 0
  br i1 %exitcond.not.i, label %B106.endif.endif.endif.endif.endif.endif.endif.us.us, label %B94.i

B20.endif.i:                                      ; preds = %B106.endif.endif.endif.endif.endif.endif.us.us
  %.91.i = load double, ptr %arg.found.4, align 8, !noalias !43
  %sunkaddr8 = getelementptr i8, ptr %arg.found.4, i64 8
  %.145.i = load double, ptr %sunkaddr8, align 8, !noalias !43
  %.197.i = add i64 %.620.us.us, -1
  %.242169.not.i = icmp slt i64 %.197.i, 1
  br i1 %.242169.not.i, label %B106.endif.endif.endif.endif.endif.endif.endif.us.us, label %B94.i.preheader

B94.i.preheader:                                  ; preds = %B20.endif.i
  br label %B94.i

B106.endif.endif.endif.endif.endif.endif.endif.us.us: ; preds = %B94.i, %B20.endif.i, %B106.endif.endif.endif.endif.endif.endif.us.us
  %.633.sroa.0.3 = phi double [ 0.000000e+00, %B106.endif.endif.endif.endif.endif.endif.us.us ], [ %.91.i, %B20.endif.i ], [ %best_start.3.1.i, %B94.i ]
  %.633.sroa.4.3 = phi double [ 0.000000e+00, %B106.endif.endif.endif.endif.endif.endif.us.us ], [ %.145.i, %B20.endif.i ], [ %best_end.3.1.i, %B94.i ]
  %.671.us.us = fsub double %.633.sroa.4.3, %.633.sroa.0.3
  %.673.us.us = fadd double %longest.2.2352.us.us, 1.000000e-09
  %.676.us.us = fcmp ogt double %.671.us.us, %.673.us.us
  br i1 %.676.us.us, label %B446.us.us, label %B530.us.us

B446.us.us:                                       ; preds = %B106.endif.endif.endif.endif.endif.endif.endif.us.us
  %.685.us.us = fmul double %.553.us.us, %.633.sroa.0.3
  %.687.us.us = fadd double %.489.us.us, %.685.us.us
  %.690.us.us = fmul double %.559.us.us, %.633.sroa.0.3
  %.694.us.us = fadd double %.497.us.us, %.690.us.us
  %.697.us.us = fmul double %.553.us.us, %.633.sroa.4.3
  %.701.us.us = fadd double %.489.us.us, %.697.us.us
  %.706.us.us = fmul double %.559.us.us, %.633.sroa.4.3
  %.712.us.us = fadd double %.497.us.us, %.706.us.us
  br label %B530.us.us

B530.us.us:                                       ; preds = %B446.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us
  %longest.5.3.us.us = phi double [ %.671.us.us, %B446.us.us ], [ %longest.2.2352.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %x0.5.3.us.us = phi double [ %.687.us.us, %B446.us.us ], [ %x0.2.2353.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %y0.5.3.us.us = phi double [ %.694.us.us, %B446.us.us ], [ %y0.2.2354.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %x1.5.3.us.us = phi double [ %.701.us.us, %B446.us.us ], [ %x1.2.2355.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %y1.5.3.us.us = phi double [ %.712.us.us, %B446.us.us ], [ %y1.2.2356.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %moved.4.3.us.us = phi i1 [ true, %B446.us.us ], [ %moved.3.2357.us.us, %B106.endif.endif.endif.endif.endif.endif.endif.us.us ]
  %exitcond.not = icmp eq i64 %.417.us.us, 5
  br i1 %exitcond.not, label %B104.B96.loopexit_crit_edge.us.us, label %switch.lookup13

B104.B96.loopexit_crit_edge.us.us:                ; preds = %B530.us.us
  %exitcond459.not = icmp eq i64 %.297.us.us, 5
  br i1 %exitcond459.not, label %B96.B534_crit_edge.split.us.us, label %switch.lookup

B96.B534_crit_edge.split.us.us:                   ; preds = %B104.B96.loopexit_crit_edge.us.us
  %.827.us = fmul double %step.2.0.us, 5.000000e-01
  %step.3.1.us = select i1 %moved.4.3.us.us, double %step.2.0.us, double %.827.us
  %.877.us = fcmp ogt double %step.3.1.us, 1.000000e-04
  br i1 %.877.us, label %B88.us, label %B560

B106.endif.endif.endif.endif.endif.if.if.split.us.split.us: ; preds = %switch.lookup13
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

declare void @llvm.assume(i1 noundef) #7

attributes #0 = { nofree norecurse nounwind memory(argmem: readwrite, errnomem: write) }
attributes #1 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(errnomem: write) }
attributes #3 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #4 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #6 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #7 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

!0 = !{!1}
!1 = distinct !{!1, !2, !"_ZN14lesion_toolkit11measurement12chord_search5_discB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!2 = distinct !{!2, !"_ZN14lesion_toolkit11measurement12chord_search5_discB2v2B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedE"}
!3 = !{!4, !1}
!4 = distinct !{!4, !5, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!5 = distinct !{!5, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!6 = !{!"branch_weights", i32 49, i32 1}
!7 = !{!8}
!8 = distinct !{!8, !9, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd: %retptr"}
!9 = distinct !{!9, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd"}
!10 = !{!"branch_weights", i32 1, i32 99}
!11 = !{!12}
!12 = distinct !{!12, !13, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!13 = distinct !{!13, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!14 = !{!15}
!15 = distinct !{!15, !16, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!16 = distinct !{!16, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!17 = !{!18}
!18 = distinct !{!18, !19, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!19 = distinct !{!19, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!20 = !{!21}
!21 = distinct !{!21, !22, !"_ZN14lesion_toolkit11measurement14tangent_search12_reach_boundB3v20B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddddd: %retptr"}
!22 = distinct !{!22, !"_ZN14lesion_toolkit11measurement14tangent_search12_reach_boundB3v20B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddddd"}
!23 = !{!24}
!24 = distinct !{!24, !25, !"_ZN14lesion_toolkit11measurement14tangent_search12_reach_boundB3v20B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddddd: %retptr"}
!25 = distinct !{!25, !"_ZN14lesion_toolkit11measurement14tangent_search12_reach_boundB3v20B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddddd"}
!26 = !{!27, !29}
!27 = distinct !{!27, !28, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!28 = distinct !{!28, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE"}
!29 = distinct !{!29, !28, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!30 = !{!31, !33}
!31 = distinct !{!31, !32, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!32 = distinct !{!32, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE"}
!33 = distinct !{!33, !32, !"_ZN14lesion_toolkit11measurement5chord5reachB3v23B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!34 = !{!35}
!35 = distinct !{!35, !36, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!36 = distinct !{!36, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!37 = !{!38}
!38 = distinct !{!38, !39, !"_ZN14lesion_toolkit11measurement14tangent_search8_crossedB3v22B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29idd: %retptr"}
!39 = distinct !{!39, !"_ZN14lesion_toolkit11measurement14tangent_search8_crossedB3v22B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29idd"}
!40 = !{!41}
!41 = distinct !{!41, !42, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!42 = distinct !{!42, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB2v4B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!43 = !{!44}
!44 = distinct !{!44, !45, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd: %retptr"}
!45 = distinct !{!45, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd"}
